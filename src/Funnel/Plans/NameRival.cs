using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Names another supplier the customer could take, with how they see us beside it: a judgement like any other, of a subject of its own.</summary>
internal static class NameRival
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        [Required, StringLength(60)]
        public string? Name { get; init; }

        /// <summary>How they see us beside it: 1 behind, 2 one of several, 3 preferred, 4 the only one left; nothing is unknown.</summary>
        public int? Seen { get; init; }
    }

    /// <summary>What a supplier goes by in a deal: however it is written, it is the one that is there.</summary>
    public static async Task<string> TopicAsync(AppDb db, Guid dealId, string name, CancellationToken ct)
    {
        var (folded, topic) = (Folding.Fold(name.Trim()), PlanAlternative.Named + name.Trim());
        var there = await db.PlanJudgements.Where(j => j.OpportunityId == dealId && j.Topic != null && j.Topic.StartsWith(PlanAlternative.Named)).Select(j => j.Topic!).Distinct().Take(PlanAlternative.MostNamed).ToListAsync(ct);
        return there.FirstOrDefault(t => Folding.Fold(t[PlanAlternative.Named.Length..]) == folded) ?? topic;
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var name = input.Name!.Trim();
        var said = await Judge.Do(new() { Id = input.Id, Field = PlanField.Seen, Topic = PlanAlternative.Named + name, Value = input.Seen, Unknown = input.Seen is null }, db, clock, ct);
        var url = $"/opportunities/{input.Id}/plan";
        return said.View is { } view ? Outcome.Done(new WentBack($"{url}#other-ways")).Saying(T("Noted: {0}", name), $"{url}/judgements/{view.Id}/removals?back={Uri.EscapeDataString(url)}") : said.No;
    }
}
