using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Pursuit;

/// <summary>The profile in force.</summary>
internal sealed record FitEdition(Guid Id, int Number, DateOnly InForceOn, int FitsFrom, IReadOnlyList<FitCriterionLine> Criteria)
{
    /// <summary>What is asked of each deal weighs so much of 100.</summary>
    public int OfDeals => Criteria.Where(c => c.IsOfDeal).Sum(c => c.Weight);
}

/// <summary>A criterion of an edition.</summary>
internal sealed record FitCriterionLine(Guid Id, string Text, string Folded, int Weight, bool IsOfDeal);

/// <summary>An answer as it was given.</summary>
internal sealed record FitAnswerLine(Guid Id, string Text, string Folded, FitSaid Said, string? Evidence, DateOnly On, string? By, int Edition);

/// <summary>Reads the profile, and what was answered of an account: a statement each.</summary>
internal static class FitReading
{
    /// <summary>Older answers than these are not read; the latest to each question is far younger.</summary>
    private const int Most = 300;

    /// <summary>The edition in force, kept between pages; null while there is none.</summary>
    public static Task<FitEdition?> ProfileAsync(AppDb db, CancellationToken ct) => db.Kept.ReadAsync(db, "fit profile", () => LatestAsync(db, ct));

    public static async Task<FitEdition?> LatestAsync(AppDb db, CancellationToken ct)
    {
        var rows = await db.FitProfiles.OrderByDescending(p => p.Number).ThenByDescending(p => p.Id).Take(1).Join(db.FitCriteria, p => p.Id, c => c.FitProfileId, (p, c) => new { p.Id, p.Number, p.InForceOn, p.FitsFrom, Criterion = c.Id, c.Position, c.Text, c.FoldedText, c.Weight, c.IsOfDeal }).ToListAsync(ct);
        return rows is [var first, ..] ? new(first.Id, first.Number, first.InForceOn, first.FitsFrom, [.. rows.OrderBy(r => r.Position).Select(r => new FitCriterionLine(r.Criterion, r.Text, r.FoldedText, r.Weight, r.IsOfDeal))]) : null;
    }

    /// <summary>Everything answered of an account, a lead or a deal, the latest first.</summary>
    public static async Task<IReadOnlyList<FitAnswerLine>> AnswersAsync(AppDb db, IQueryable<FitAnswer> of, CancellationToken ct)
    {
        var people = db.PersonRows();
        return await (from answer in of
                      join criterion in db.FitCriteria on answer.FitCriterionId equals criterion.Id
                      join profile in db.FitProfiles on criterion.FitProfileId equals profile.Id
                      orderby answer.On descending, answer.Id descending
                      select new FitAnswerLine(answer.Id, criterion.Text, criterion.FoldedText, answer.Said, answer.Evidence, answer.On, people.Where(p => p.Id == answer.SaidById).Select(p => p.Name).FirstOrDefault(), profile.Number)).Take(Most).ToListAsync(ct);
    }

    /// <summary>What was answered of several accounts and deals, by the key of either, the latest first, in one statement; who said so is not read.</summary>
    public static async Task<ILookup<Guid, FitAnswerLine>> AnswersOfAsync(AppDb db, IReadOnlyCollection<Guid> accounts, IReadOnlyCollection<Guid> deals, CancellationToken ct) =>
        (await (from answer in db.FitAnswers.Where(a => accounts.Contains(a.AccountId!.Value)).Concat(db.FitAnswers.Where(a => deals.Contains(a.OpportunityId!.Value)))
                join criterion in db.FitCriteria on answer.FitCriterionId equals criterion.Id
                join profile in db.FitProfiles on criterion.FitProfileId equals profile.Id
                orderby answer.On descending, answer.Id descending
                select new { Of = answer.OpportunityId ?? answer.AccountId!.Value, Line = new FitAnswerLine(answer.Id, criterion.Text, criterion.FoldedText, answer.Said, answer.Evidence, answer.On, null, profile.Number) }).ToListAsync(ct)).ToLookup(a => a.Of, a => a.Line);

    /// <summary>The questions of an edition with the latest answer to each, under whichever edition it was given: those of a customer, or with them those of a deal.</summary>
    public static IReadOnlyList<FitQuestion> Questions(FitEdition edition, IReadOnlyList<FitAnswerLine> answers, bool ofDeal)
    {
        var latest = answers.DistinctBy(a => a.Folded).ToDictionary(a => a.Folded);
        return [.. edition.Criteria.Where(c => ofDeal || !c.IsOfDeal).Select(c => latest.TryGetValue(c.Folded, out var said)
            ? new FitQuestion { Id = c.Id, Text = c.Text, Weight = c.Weight, IsOfDeal = c.IsOfDeal, Said = said.Said, Evidence = said.Evidence, On = said.On, By = said.By, Edition = said.Edition }
            : new FitQuestion { Id = c.Id, Text = c.Text, Weight = c.Weight, IsOfDeal = c.IsOfDeal, Said = FitSaid.Unknown })];
    }

    /// <summary>How far a deal is as the profile asks; null while there is none, or its account is not named and nothing is asked of deals.</summary>
    public static FitScore? OfDeal(FitEdition? edition, OpportunityView deal, IReadOnlyList<FitQuestion> questions) => edition is null || deal.AccountId is null && edition.OfDeals == 0 ? null : FitScore.Of(questions, edition.FitsFrom);
}
