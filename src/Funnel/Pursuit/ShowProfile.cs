using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Shows whom the organisation wants as customers, and the editions before.</summary>
internal static class ShowProfile
{
    private const int MostEditions = 40;

    public sealed record Input
    {
        /// <summary>Which proposal is filled in while nothing is in force: <c>twenty</c> asks ten things of the customer and ten of each deal, else five of the customer.</summary>
        public string? Proposal { get; init; }
    }

    public static async Task<Outcome<ProfileView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await ViewAsync(db, clock, ct) with { ProposesTwenty = input.Proposal == "twenty" };

    public static async Task<ProfileView> ViewAsync(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var people = db.PersonRows();
        var rows = await db.FitProfiles.AsNoTracking().OrderByDescending(p => p.Number).ThenByDescending(p => p.Id).Take(MostEditions)
            .Select(p => new { p.Id, p.Number, p.InForceOn, p.FitsFrom, p.Because, By = people.Where(x => x.Id == p.SaidById).Select(x => x.Name).FirstOrDefault() }).ToListAsync(ct);
        var ids = rows.Select(r => r.Id).ToList();
        var criteria = (await db.FitCriteria.AsNoTracking().Where(c => ids.Contains(c.FitProfileId)).OrderBy(c => c.Position).ToListAsync(ct)).ToLookup(c => c.FitProfileId);
        return new ProfileView([.. rows.Select(r => new ProfileEditionView(r.Number, r.InForceOn, r.FitsFrom, r.Because, r.By, [.. criteria[r.Id].Select(c => new CriterionView(c.Id, c.Text, c.Weight, c.IsOfDeal))]))]) { Today = (await Standing.ReadAsync(db, clock, ct)).Today };
    }
}

/// <summary>Whom the organisation wants as customers.</summary>
/// <param name="Editions">The latest, which is in force, first.</param>
public sealed record ProfileView(IReadOnlyList<ProfileEditionView> Editions)
{
    [JsonIgnore]
    public DateOnly Today { get; init; }

    [JsonIgnore]
    public bool ProposesTwenty { get; init; }

    internal ProfileEditionView? InForce => Editions.Count == 0 ? null : Editions[0];
}

/// <summary>An edition of the profile.</summary>
public sealed record ProfileEditionView(int Number, DateOnly InForceOn, int FitsFrom, string? Because, string? By, IReadOnlyList<CriterionView> Criteria);

/// <summary>A criterion with its weight of 100, of customers or of deals.</summary>
public sealed record CriterionView(Guid Id, string Text, int Weight, bool OfDeal);
