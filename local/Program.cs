using Monitor.Local.Commands;

return await MonitorCommandLine.RunAsync(args);
