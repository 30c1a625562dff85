using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>The form for a new opportunity.</summary>
internal static class NewOpportunity
{
    public sealed record Input
    {
        /// <summary>The account it is for, where one comes from its page.</summary>
        public Guid? AccountId { get; init; }
    }

    public static async Task<Outcome<NewDeal>> Do(Input input, AppDb db, CancellationToken ct) => new NewDeal
    {
        Currency = (await db.TenantAsync(ct)).Currency,
        // A key becomes text here and not in the database: SQLite keeps it as bytes.
        Stages = [.. (await db.Stages.Where(s => s.End == StageEnd.Open && s.RetiredAt == null).OrderBy(s => s.Position).Select(s => new { s.Id, s.Name }).ToListAsync(ct)).Select(s => new Choice(s.Id.ToString(), s.Name))],
        AccountId = input.AccountId,
        Account = input.AccountId is { } id ? await db.AccountRows().Where(a => a.Id == id).Select(a => a.Name).FirstOrDefaultAsync(ct) : null,
        MayAddAccount = db.Viewer.May(Permission.EditCustomers),
        Locked = db.Reaches.Fields.Locked(Kinds.Opportunity),
    };
}

/// <summary>What the form for a new opportunity offers.</summary>
public sealed record NewDeal
{
    public required string Currency { get; init; }
    public required IReadOnlyList<Choice> Stages { get; init; }
    public required Guid? AccountId { get; init; }
    public required string? Account { get; init; }
    public required bool MayAddAccount { get; init; }

    /// <summary>Fields that whoever looks does not fill in.</summary>
    public required IReadOnlySet<string> Locked { get; init; }
}
