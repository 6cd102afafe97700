"""The page of the local chat: it draws what is drawn, and passes on what people do. All of NiceGUI is in here."""
