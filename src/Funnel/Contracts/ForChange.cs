using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>How acts open a contract: loaded for change, or why not.</summary>
internal static class ForChange
{
    public static async Task<(Contract? Row, Refusal? No)> ContractForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false)
    {
        var rows = removed ? db.RowsWithRemoved<Contract>().Reached(db, Kinds.Contract).OnSeenAccounts(db, Kinds.Contract) : db.Contracts;
        if (await rows.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } contract) return (null, Outcome.Missing);
        return db.MayEdit(Kinds.Contract, contract) ? (contract, null) : (contract, Outcome.Refused(T("{0} belongs to someone else. Ask its owner to change it.", contract.Name)));
    }

    /// <summary>What was just made or changed, on the day pages stand on; a new owner may be out of the viewer's reach, and it is told all the same.</summary>
    public static async Task<ContractView> ContractAsync(this AppDb db, Guid id, TimeProvider clock, CancellationToken ct) =>
        await db.Rows<Contract>().AsNoTracking().Where(c => c.Id == id).Select(ContractView.Reading(db, (await Standing.ReadAsync(db, clock, ct)).Day)).SingleAsync(ct);
}
