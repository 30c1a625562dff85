using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Fields can lead to deals.</summary>
internal sealed class DealLinks : ILinkKind
{
    public string Kind => Kinds.Opportunity;

    public string Label => T("Deals");

    public string HrefOf(Guid id) => $"/opportunities/{id}";

    public IQueryable<LinkName> Named(AppDb db) => db.Opportunities.Select(o => new LinkName { Id = o.Id, Name = o.Name, FoldedName = o.FoldedName });
}
