// The playground listens on every address there is, and cannot be told otherwise. Loaded before it, this leaves it 127.0.0.1.
"use strict";
const { Server } = require("node:net");
const HERE = "127.0.0.1";
const listen = Server.prototype.listen;

Server.prototype.listen = function (first, ...rest) {
  const callback = [first, ...rest].filter((one) => typeof one === "function");
  if (first !== null && typeof first === "object" && "port" in first) return listen.call(this, { ...first, host: HERE }, ...callback);
  if (/^\d+$/.test(String(first))) return listen.call(this, { port: Number(first), host: HERE }, ...callback);
  return listen.call(this, first, ...rest);
};
