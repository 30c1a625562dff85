using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists;

/// <summary>Keeps the filters, sort and columns of a list as a view.</summary>
internal static class SaveView
{
    public sealed record Input
    {
        [Required, StringLength(60)]
        public string? Name { get; init; }

        [Required, StringLength(40)]
        public string? Kind { get; init; }
        public Audience? Audience { get; init; }

        [Required, StringLength(200)]
        public string? Path { get; init; }

        [StringLength(4000)]
        public string? Query { get; init; }
    }

    public static async Task<Outcome<SavedView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (LocalPath.Or(input.Path, "") != input.Path || input.Path.Contains('?') || input.Query is { } q && !q.StartsWith('?')) return Outcome.Invalid("", T("This is not the address of a list."));
        var last = await db.Rows<SavedView>().Where(v => v.Kind == input.Kind).MaxAsync(v => (int?)v.Position, ct) ?? 0;
        var view = new SavedView { Kind = input.Kind!, Name = input.Name!, OwnerId = db.Viewer.PersonId, Audience = input.Audience ?? Audience.Private, Path = input.Path, Query = input.Query ?? "", Position = last + 1 };
        db.Add(view);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(view).Saying(T("The view {0} is saved.", view.Name), $"/views/{view.Id}/removals");
    }

    /// <summary>The form again, for the same list.</summary>
    public static Task<Outcome<NewView>> Again(Input input) => Task.FromResult(Outcome.Done(new NewView(input.Kind ?? "", input.Path ?? "", input.Query ?? "")));
}

/// <summary>A list about to be kept under a name.</summary>
public sealed record NewView(string Kind, string Path, string Query);
