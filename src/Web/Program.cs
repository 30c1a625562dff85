using Coxswain.Web.Commands;

return await CommandLine.RunAsync(args);
