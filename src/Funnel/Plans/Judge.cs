using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Maps;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Adds a judgement to the plan of a deal. What was said before stays; of a stance, and of what somebody wants, it says what shows it.</summary>
internal static class Judge
{
    private const int MostYears = 20;
    /// <summary>What stands in place of a topic where it is said how a deal feels before its plan is looked through: it is no feeling of the deal yet.</summary>
    internal const string Blind = "look";
    private static readonly PlanField[] OfAlternatives = [PlanField.What, PlanField.Likelihood, PlanField.Seen, PlanField.Answer], Shown = [PlanField.Stance, PlanField.Receptiveness];

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }
        public PlanField? Field { get; init; }

        /// <summary>Somebody who has a part in the deal, by their place on the map.</summary>
        public Guid? Person { get; init; }

        /// <summary>An alternative (<c>supplier</c>, <c>money</c>, <c>nothing</c>, <c>inside</c>, or <c>supplier:</c> with a name), the code of a warning, or <c>look</c> where it is said how it feels before a look.</summary>
        [StringLength(80)]
        public string? Topic { get; init; }
        public int? Value { get; init; }

        /// <summary>What shows it, or what it is.</summary>
        [StringLength(1_000)]
        public string? Text { get; init; }

        /// <summary>Who of us looks after them.</summary>
        public Guid? Who { get; init; }
        public PlanGround? Ground { get; init; }

        /// <summary>When it was; today where nothing is said.</summary>
        public DateOnly? On { get; init; }

        /// <summary>Nobody knows it any more.</summary>
        public bool Unknown { get; init; }
        public string? Back { get; init; }
    }

    public static async Task<Outcome<PlanSaid>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, today, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        if (PlanAlternative.IsNamed(input.Topic)) input = input with { Topic = await NameRival.TopicAsync(db, input.Id, input.Topic![PlanAlternative.Named.Length..], ct) };
        var problems = await CheckAsync(input, today, db, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        // That a warning does not count is no beginning of a plan.
        if (input.Field is not PlanField.Muted) await db.BeginAsync(deal!.Id, today, ct);
        var text = string.IsNullOrWhiteSpace(input.Text) || input.Unknown ? null : input.Text.Trim();
        var judgement = new PlanJudgement
        {
            OpportunityId = deal!.Id, MapPersonId = input.Person, Topic = input.Topic, Field = input.Field!.Value, Value = input.Unknown ? null : input.Value ?? (input.Field is PlanField.Muted ? 1 : null), Text = text,
            WhoId = input.Unknown ? null : input.Who, Ground = input.Ground, On = input.On ?? today, SaidById = db.Viewer.PersonId,
        };
        db.Add(judgement);
        await db.SaveChangesAsync(ct);
        return Said(judgement);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var said = await Do(input, db, clock, ct);
        if (said.View is not { } view) return said.No;
        var url = $"/opportunities/{input.Id}/plan";
        return Outcome.Done(new WentBack(LocalPath.Or(input.Back, input.Person is { } person ? $"{url}?person={person}#person" : url))).Saying(T("Noted: {0}", $"{PlanWords.Label(view.Field)} · {PlanWords.Said(view)}"), $"{url}/judgements/{view.Id}/removals?back={Uri.EscapeDataString(LocalPath.Or(input.Back, url))}");
    }

    internal static PlanSaid Said(PlanJudgement j) => new() { Id = j.Id, PersonId = j.MapPersonId, Topic = j.Topic, Field = j.Field, Value = j.Value, Text = j.Text, WhoId = j.WhoId, Ground = j.Ground, On = j.On };

    private static async Task<Problems> CheckAsync(Input input, DateOnly today, AppDb db, CancellationToken ct)
    {
        if (input.Field is not { } field || field is PlanField.Begun || !Enum.IsDefined(field)) return new Problems().Add("Field", T("Please fill this in."));
        var (ofGuide, topic) = (PlanWords.OfGuides.Contains(field), input.Topic);
        var ofPerson = ofGuide || PlanWords.OfPeople.Contains(field);
        var problems = new Problems().AddIf(input.On > today, "On", T("This day is still to come.")).AddIf(input.On < today.AddYears(-MostYears), "On", T("This day cannot be right."));
        problems.AddIf(!ofPerson && input.Person is not null || ofPerson && !await db.PeopleOfDeal(input.Id).AnyAsync(p => p.Id == input.Person && (!ofGuide || p.Part == DealPart.Guide) && (ofGuide || !p.IsOurs), ct), "Person", ofGuide ? T("Choose somebody who guides us in this deal.") : T("Choose somebody who has a part in this deal."));
        problems.AddIf(OfAlternatives.Contains(field) && !PlanAlternative.Is(topic) || field is PlanField.Muted && string.IsNullOrWhiteSpace(input.Topic), "Topic", T("Say what it is about."));
        if (PlanAlternative.IsNamed(topic)) problems.AddIf(await db.PlanJudgements.Where(j => j.OpportunityId == input.Id && j.Topic != topic && j.Topic!.StartsWith(PlanAlternative.Named)).Select(j => j.Topic).Distinct().CountAsync(ct) >= PlanAlternative.MostNamed, "", T("There are {0} suppliers already; a decision has no more.", PlanAlternative.MostNamed));
        problems.AddIf(!OfAlternatives.Contains(field) && field is not PlanField.Muted && topic is not null && !(field is PlanField.Feeling && topic == Blind), "Topic", T("Say what it is about."));
        if (input.Unknown) return problems;
        Value(problems, field, input.Value);
        var empty = string.IsNullOrWhiteSpace(input.Text);
        problems.AddIf(Shown.Contains(field) && empty, "Text", T("What did they say or do that shows it?"));
        problems.AddIf(field is PlanField.Muted && input.Value is not 0 && empty, "Text", T("Say why it does not count here: others will read it."));
        problems.AddIf(empty && (field is PlanField.Concept or PlanField.Serves or PlanField.Result or PlanField.Gain or PlanField.What or PlanField.Answer), "Text", T("Please fill this in."));
        problems.AddIf(field is PlanField.CoveredBy ? !await db.PersonRows().AnyAsync(p => p.Id == input.Who && p.IsHere, ct) : input.Who is not null, "Who", T("Choose somebody who works here."));
        return problems;
    }

    private static void Value(Problems problems, PlanField field, int? value)
    {
        if (PlanWords.Values(field).Count == 0)
        {
            problems.AddIf(value is not null && !(field is PlanField.Muted && value is 0 or 1), "Value", T("This is said in words alone."));
            return;
        }
        var (least, most) = field switch { PlanField.Stance => (-5, 5), PlanField.Feeling => (1, 9), PlanField.Risk or PlanField.Finance => (1, 5), PlanField.Influence or PlanField.Likelihood => (1, 3), PlanField.Listened or PlanField.Trusts or PlanField.WantsUs => (1, 2), _ => (1, 4) };
        problems.AddIf(value is null, "Value", T("Choose one of the words."));
        problems.AddIf(field is PlanField.Stance && value is 0, "Value", T("Nobody stands in the middle: which way do they lean?"));
        problems.AddIf(value < least || value > most, "Value", T("Between {0} and {1}.", least, most));
    }
}

/// <summary>Takes a judgement off, or brings it back; what was said before it counts meanwhile.</summary>
internal static class TakeOffJudgement
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public Guid Judgement { get; init; }
        public string? Back { get; init; }
    }

    public static Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => SetAsync(input, clock.GetUtcNow().UtcDateTime, db, ct);

    public static Task<Outcome<WentBack>> Restore(Input input, AppDb db, CancellationToken ct) => SetAsync(input, null, db, ct);

    private static async Task<Outcome<WentBack>> SetAsync(Input input, DateTime? removedAt, AppDb db, CancellationToken ct)
    {
        var (_, no) = await Opportunities.ForChange.OpportunityForChangeAsync(db, input.Id, ct);
        if (no is not null) return no;
        var places = db.PlacesShown();
        var rows = removedAt is null ? db.RowsWithRemoved<PlanJudgement>() : db.PlanJudgements;
        if (await rows.SingleOrDefaultAsync(j => j.Id == input.Judgement && j.OpportunityId == input.Id && (j.MapPersonId == null || places.Contains(j.MapPersonId.Value)), ct) is not { } judgement) return Outcome.Missing;
        judgement.RemovedAt = removedAt;
        await db.SaveChangesAsync(ct);
        var (url, back) = ($"/opportunities/{input.Id}/plan", LocalPath.Or(input.Back, $"/opportunities/{input.Id}/plan"));
        var done = Outcome.Done(new WentBack(back));
        return removedAt is null ? done.Saying(T("It is back.")) : done.Saying(T("It is taken off."), $"{url}/judgements/{judgement.Id}/restorations?back={Uri.EscapeDataString(back)}");
    }
}
