using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Lists;

/// <summary>Gives a saved view of one's own another name.</summary>
internal static class RenameView
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [Required, StringLength(60)]
        public string? Name { get; init; }
        public Audience? Audience { get; init; }
    }

    public static async Task<Outcome<SavedView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<SavedView>().SingleOrDefaultAsync(v => v.Id == input.Id && v.OwnerId == db.Viewer.PersonId, ct) is not { } view) return Outcome.Missing;
        view.Name = input.Name!;
        view.Audience = input.Audience ?? view.Audience;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(view).Saying(T("The view is now called {0}.", view.Name));
    }

    /// <summary>The form again, with the name it has.</summary>
    public static async Task<Outcome<SavedViewLink>> Again(Input input, AppDb db, CancellationToken ct) =>
        await db.Rows<SavedView>().SingleOrDefaultAsync(v => v.Id == input.Id && v.OwnerId == db.Viewer.PersonId, ct) is { } view ? new SavedViewLink(view.Id, view.Name, view.Href, true, true) : Outcome.Missing;
}
