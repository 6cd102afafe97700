permalink-ask = This is one of your organisation's OKRs. It is shown in your chat and not on this page. There, type:
permalink-none = No OKR has an address like this. They look like /o/O12 or /o/KR34.
permalink-way-local = Open the chat
permalink-way-slack = Open Slack
permalink-way-teams = Open in Microsoft Teams
