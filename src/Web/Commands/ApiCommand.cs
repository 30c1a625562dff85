using System.ComponentModel;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary><c>cox api</c>: the description of the API, without serving it.</summary>
internal sealed class ApiCommand : AsyncCommand<ApiCommand.Asked>
{
    internal sealed class Asked : CommandSettings
    {
        [CommandOption("--markdown"), Description("As a page: docs/api.md")]
        public bool Markdown { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Asked settings, CancellationToken cancellationToken)
    {
        // It describes what is mapped; no database is opened.
        await using var app = CoxswainHost.Build(WebApplication.CreateSlimBuilder(), Database.InFile("api.db"));
        // What is mapped becomes known with the end of the pipeline, which else is built at the start.
#pragma warning disable ASP0014
        app.UseEndpoints(_ => { });
#pragma warning restore ASP0014
        var document = await app.Services.GetRequiredService<ApiBook>().DocumentAsync();
        if (settings.Markdown) Output.Line(ApiPage.Write(document).TrimEnd());
        else Output.Data(document);
        return 0;
    }
}
