using Coxswain.Customers;
using Coxswain.Customers.Leads;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Pursuit;

/// <summary>What is asked whether it fits.</summary>
internal enum FitOf { Account, Lead, Deal }

/// <summary>Whose fit is asked: an account's, that of a lead that is none yet, or a deal's.</summary>
/// <param name="Of">What it is.</param>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="OwnerId">Whose it is.</param>
/// <param name="IsOpen">It may still be answered for; a lead that became something or ended may not, nor a closed deal.</param>
/// <param name="AccountId">The account itself, the one a lead came to, or the one of a deal.</param>
internal sealed record FitSubject(FitOf Of, Guid Id, string Name, Guid OwnerId, bool IsOpen, Guid? AccountId)
{
    public string Url => Of switch { FitOf.Lead => $"/leads/{Id}", FitOf.Deal => $"/opportunities/{Id}", _ => $"/accounts/{Id}" };

    public bool IsDeal => Of is FitOf.Deal;

    public static Task<FitSubject?> AccountAsync(AppDb db, Guid id, CancellationToken ct) => db.AccountRows().Where(a => a.Id == id).Select(a => new FitSubject(FitOf.Account, a.Id, a.Name, a.OwnerId, true, a.Id)).SingleOrDefaultAsync(ct);

    public static Task<FitSubject?> LeadAsync(AppDb db, Guid id, CancellationToken ct) => db.LeadRows().Where(l => l.Id == id).Select(l => new FitSubject(FitOf.Lead, l.Id, l.Name, l.OwnerId, l.IsOpen, l.AccountId)).SingleOrDefaultAsync(ct);

    public static async Task<FitSubject?> DealAsync(AppDb db, Guid id, CancellationToken ct) => await db.DealAsync(id, ct) is { } deal ? OfDeal(deal) : null;

    public static FitSubject OfDeal(OpportunityView deal) => new(FitOf.Deal, deal.Id, deal.Name, deal.OwnerId, deal.End is StageEnd.Open, deal.AccountId);

    /// <summary>Whoever may change the account or a deal with it answers; of a lead or a deal, whoever may change that.</summary>
    public async Task<bool> MayAnswerAsync(AppDb db, CancellationToken ct) => IsOpen && db.Viewer.May(Permission.EditFunnel)
        && (db.MayEdit(Of switch { FitOf.Lead => Customers.Kinds.Lead, FitOf.Deal => Kinds.Opportunity, _ => Customers.Kinds.Account }, Id, OwnerId) || Of is FitOf.Account && await db.Rows<Opportunity>().Reached(db, Kinds.Opportunity, AccessLevel.Edit).AnyAsync(o => o.AccountId == Id, ct));

    public IQueryable<FitAnswer> Answers(AppDb db) => Of switch
    {
        FitOf.Lead => db.FitAnswers.Where(a => a.LeadId == Id),
        FitOf.Account => db.FitAnswers.Where(a => a.AccountId == Id),
        _ when AccountId is { } account => db.FitAnswers.Where(a => a.AccountId == account || a.OpportunityId == Id),
        _ => db.FitAnswers.Where(a => a.OpportunityId == Id),
    };
}

/// <summary>What was answered of a lead is the account's once it has one.</summary>
internal sealed class FitGoesAlong : IGoesAlong
{
    public async Task MoveAsync(AppDb db, Guid lead, Guid? account, CancellationToken ct)
    {
        if (account is null) return;
        foreach (var answer in await db.FitAnswers.Where(a => a.LeadId == lead).ToListAsync(ct)) answer.AccountId = account;
    }
}
