using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Says whether an account, a lead or a deal is as a criterion asks. A yes says what shows it; what was said before stays.</summary>
internal static class AnswerFit
{
    private const int MostYears = 20;

    public sealed record Input
    {
        /// <summary>The account, the lead or the deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The criterion, of any edition.</summary>
        [Required]
        public Guid? Criterion { get; init; }

        [Required]
        public FitSaid? Said { get; init; }

        /// <summary>What they did or said that shows it.</summary>
        [StringLength(500)]
        public string? Evidence { get; init; }

        /// <summary>When that was; today where nothing is said.</summary>
        public DateOnly? On { get; init; }
    }

    public static async Task<Outcome<FitView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await AnswerAsync(input, await FitSubject.AccountAsync(db, input.Id, ct), db, clock, ct);

    public static async Task<Outcome<FitView>> OfLead(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await AnswerAsync(input, await FitSubject.LeadAsync(db, input.Id, ct), db, clock, ct);

    public static async Task<Outcome<FitView>> OfDeal(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => await AnswerAsync(input, await FitSubject.DealAsync(db, input.Id, ct), db, clock, ct);

    public static async Task<Outcome<FitNoted>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => Noted(await Do(input, db, clock, ct));

    public static async Task<Outcome<FitNoted>> OnLeadPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => Noted(await OfLead(input, db, clock, ct));

    public static async Task<Outcome<FitNoted>> OnDealPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => Noted(await OfDeal(input, db, clock, ct));

    private static Outcome<FitNoted> Noted(Outcome<FitView> said) => said.View is { Score: { } score } view ? Outcome.Done(new FitNoted(view.Url)).Saying(FitWords.Score(score) + ".") : said.No;

    private static async Task<Outcome<FitView>> AnswerAsync(Input input, FitSubject? subject, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (subject is null) return Outcome.Missing;
        if (!subject.IsOpen) return Outcome.Refused(Closed(subject));
        if (!await subject.MayAnswerAsync(db, ct)) return Outcome.Refused(Elses(subject));
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var ofDeal = await db.FitCriteria.Where(c => c.Id == input.Criterion).Select(c => (bool?)c.IsOfDeal).SingleOrDefaultAsync(ct);
        if (ofDeal is true && !subject.IsDeal) return Outcome.Refused(T("This is asked of each deal: answer it there."));
        if (ofDeal is false && subject is { IsDeal: true, AccountId: null }) return Outcome.Refused(T("This is asked of the customer: name the account of the deal first."));
        var evidence = string.IsNullOrWhiteSpace(input.Evidence) ? null : input.Evidence.Trim();
        var problems = new Problems()
            .AddIf(ofDeal is null, "Criterion", T("There is no such criterion here."))
            .AddIf(input.Said is FitSaid.Yes && evidence is null, "Evidence", T("What shows it? A yes without something they did or said is a hope, and hopes do not count."))
            .AddIf(input.On > today, "On", T("This day is still to come."))
            .AddIf(input.On < today.AddYears(-MostYears), "On", T("This day cannot be right."));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(new FitAnswer { AccountId = subject.Of is FitOf.Lead || ofDeal is true ? null : subject.AccountId, LeadId = subject.Of is FitOf.Lead ? subject.Id : null, OpportunityId = ofDeal is true ? subject.Id : null, FitCriterionId = input.Criterion!.Value, Said = input.Said!.Value, Evidence = evidence, On = input.On ?? today, SaidById = db.Viewer.PersonId });
        await db.SaveChangesAsync(ct);
        return await ShowFit.OfAsync(subject, null, db, clock, ct);
    }

    private static string Closed(FitSubject subject) => subject.IsDeal ? T("{0} is closed: what was known of it stays.", subject.Name)
        : subject.AccountId is not null ? T("{0} is no lead any more. What is learned now is said of the account.", subject.Name) : T("{0} came to something else or to nothing: open the lead again to say more of it.", subject.Name);

    private static string Elses(FitSubject subject) => subject.Of switch
    {
        FitOf.Lead => T("{0} belongs to someone else. Whoever may change the lead says whether they fit.", subject.Name),
        FitOf.Deal => T("{0} belongs to someone else. Whoever may change the deal says whether it fits.", subject.Name),
        _ => T("{0} belongs to someone else. Whoever may change it, or a deal with it, says whether they fit.", subject.Name),
    };
}

/// <summary>Something was answered of an account, a lead or a deal.</summary>
/// <param name="Url">Where it stands.</param>
public sealed record FitNoted(string Url);
