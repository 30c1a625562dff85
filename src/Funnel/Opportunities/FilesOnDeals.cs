using Coxswain.Customers.Attachments;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Deals can have files on them.</summary>
internal sealed class FilesOnDeals : IFilesOn
{
    public string Kind => Kinds.Opportunity;

    public Task<FilesRecord?> FindAsync(AppDb db, Guid id, CancellationToken ct) => db.Opportunities.Where(o => o.Id == id).Select(o => new FilesRecord(o.Name, o.AccountId)).SingleOrDefaultAsync(ct);
}
