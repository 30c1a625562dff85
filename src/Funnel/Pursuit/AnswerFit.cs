using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Says whether an account is as a criterion asks. A yes says what shows it; what was said before stays.</summary>
internal static class AnswerFit
{
    private const int MostYears = 20;

    public sealed record Input
    {
        /// <summary>The account.</summary>
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

    public static async Task<Outcome<FitView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.AccountRows().SingleOrDefaultAsync(a => a.Id == input.Id, ct) is not { } account) return Outcome.Missing;
        if (!await db.MayAnswerAsync(account, ct)) return Outcome.Refused(T("{0} belongs to someone else. Whoever may change it, or a deal with it, says whether they fit.", account.Name));
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        var evidence = string.IsNullOrWhiteSpace(input.Evidence) ? null : input.Evidence.Trim();
        var problems = new Problems()
            .AddIf(!await db.FitCriteria.AnyAsync(c => c.Id == input.Criterion, ct), "Criterion", T("There is no such criterion here."))
            .AddIf(input.Said is FitSaid.Yes && evidence is null, "Evidence", T("What shows it? A yes without something they did or said is a hope, and hopes do not count."))
            .AddIf(input.On > today, "On", T("This day is still to come."))
            .AddIf(input.On < today.AddYears(-MostYears), "On", T("This day cannot be right."));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(new FitAnswer { AccountId = account.Id, FitCriterionId = input.Criterion!.Value, Said = input.Said!.Value, Evidence = evidence, On = input.On ?? today, SaidById = db.Viewer.PersonId });
        await db.SaveChangesAsync(ct);
        return await ShowFit.Do(new() { Id = account.Id }, db, clock, ct);
    }

    public static async Task<Outcome<FitNoted>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var said = await Do(input, db, clock, ct);
        return said.View is { Score: { } score } ? Outcome.Done(new FitNoted(input.Id)).Saying(FitWords.Score(score) + ".") : said.No;
    }

    /// <summary>Whoever may change the account or a deal with it answers.</summary>
    internal static async Task<bool> MayAnswerAsync(this AppDb db, AccountRow account, CancellationToken ct) => db.Viewer.May(Permission.EditFunnel)
        && (db.MayEdit(Customers.Kinds.Account, account.Id, account.OwnerId) || await db.Rows<Opportunities.Opportunity>().Reached(db, Kinds.Opportunity, AccessLevel.Edit).AnyAsync(o => o.AccountId == account.Id, ct));
}

/// <summary>Something was answered of an account.</summary>
/// <param name="Account">The account.</param>
public sealed record FitNoted(Guid Account)
{
    internal string Url => $"/accounts/{Account}/fit";
}
