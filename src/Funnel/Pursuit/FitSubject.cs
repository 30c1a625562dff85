using Coxswain.Customers;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Whose fit is asked: an account's, or that of a lead that is none yet.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="OwnerId">Whose it is.</param>
/// <param name="IsLead">It is a lead.</param>
/// <param name="IsOpen">It may still be answered for; a lead that became something or ended may not.</param>
/// <param name="HasAccount">A lead that came to an account, of which is said what is learned now.</param>
internal sealed record FitSubject(Guid Id, string Name, Guid OwnerId, bool IsLead, bool IsOpen, bool HasAccount)
{
    public string Url => IsLead ? $"/leads/{Id}" : $"/accounts/{Id}";

    public static Task<FitSubject?> AccountAsync(AppDb db, Guid id, CancellationToken ct) => db.AccountRows().Where(a => a.Id == id).Select(a => new FitSubject(a.Id, a.Name, a.OwnerId, false, true, true)).SingleOrDefaultAsync(ct);

    public static Task<FitSubject?> LeadAsync(AppDb db, Guid id, CancellationToken ct) => db.LeadRows().Where(l => l.Id == id).Select(l => new FitSubject(l.Id, l.Name, l.OwnerId, true, l.IsOpen, l.AccountId != null)).SingleOrDefaultAsync(ct);

    /// <summary>Whoever may change the account or a deal with it answers; of a lead, whoever may change the lead.</summary>
    public async Task<bool> MayAnswerAsync(AppDb db, CancellationToken ct) => IsOpen && db.Viewer.May(Permission.EditFunnel)
        && (db.MayEdit(IsLead ? Customers.Kinds.Lead : Customers.Kinds.Account, Id, OwnerId) || !IsLead && await db.Rows<Opportunities.Opportunity>().Reached(db, Kinds.Opportunity, AccessLevel.Edit).AnyAsync(o => o.AccountId == Id, ct));

    public IQueryable<FitAnswer> Answers(AppDb db) => IsLead ? db.FitAnswers.Where(a => a.LeadId == Id) : db.FitAnswers.Where(a => a.AccountId == Id);
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
