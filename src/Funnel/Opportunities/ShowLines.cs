using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Reads the product lines of a deal.</summary>
internal static class ShowLines
{
    public static async Task<DealLinesView> OfAsync(OpportunityView deal, bool mayEdit, AppDb db, CancellationToken ct) => new()
    {
        DealId = deal.Id,
        Currency = deal.Currency,
        Amount = deal.Minor,
        MayEdit = mayEdit,
        Lines = await (from line in db.OpportunityLines join product in db.Products on line.ProductId equals product.Id where line.OpportunityId == deal.Id orderby line.Id
                       select new DealLine(line.Id, line.Version, product.Name, line.Quantity, line.UnitPrice)).ToListAsync(ct),
        Products = mayEdit ? await db.Products.Where(p => p.RetiredAt == null).OrderBy(p => p.FoldedName).Take(300).Select(p => new Choice(p.Id.ToString(), p.Name, null, false)).ToListAsync(ct) : [],
    };
}
