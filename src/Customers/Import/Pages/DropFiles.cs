using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Pages;

/// <summary>Keeps dropped files and works out what would be done with them.</summary>
internal static class DropFiles
{
    public sealed record Input { public IFormFileCollection? Files { get; init; } }

    /// <summary>The import that was begun.</summary>
    public sealed record Dropped(Guid Id);

    public static async Task<Outcome<Dropped>> Do(Input input, ImportRunner runner, DataFolder folder, CancellationToken ct)
    {
        if (input.Files is null or { Count: 0 } || input.Files.All(f => f.Length == 0)) return Outcome.Invalid("Files", T("Choose one file or several."));
        var kept = new List<KeptFile>();
        foreach (var file in input.Files)
        {
            await using var content = file.OpenReadStream();
            kept.AddRange(await FilesToKeep.KeepAsync(folder, Path.GetFileName(file.FileName), content, ct));
        }
        var plan = await runner.PlanAsync(kept, null, ct);
        return new Dropped(await runner.StartAsync(input.Files.Count == 1 ? Path.GetFileName(input.Files[0].FileName) : T("{0} files", input.Files.Count), plan, ImportOptions.Yes, ct));
    }
}
