using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Me;

/// <summary>Chooses my language and formats.</summary>
internal static class ChooseLanguage
{
    public sealed record Input
    {
        /// <summary>A culture's name; null takes the organisation's.</summary>
        public string? Culture { get; init; }
    }

    public static async Task<Outcome<Ended>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (input.Culture is not null && Localisation.Known(input.Culture) is null) return Outcome.Invalid(nameof(input.Culture), T("This language is not known here."));
        var me = await db.People.SingleAsync(p => p.Id == db.Viewer.PersonId, ct);
        me.Culture = input.Culture;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Ended(1)).Saying(T("Saved."));
    }
}
