using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
namespace Coxswain.Insight.Reports;

/// <summary>The organisation's own fields that figures can be split by or made of: those that the viewer sees.</summary>
internal static class OwnFields
{
    private const string OfAccount = "account.";

    /// <summary>What the split calls a field: one of accounts has their kind before it.</summary>
    public static string NameOf(CustomField field) => field.Kind == Customers.Kinds.Account ? OfAccount + field.Key : field.Key;

    /// <summary>Choices and links of deals, then those of their accounts.</summary>
    public static async Task<IReadOnlyList<CustomField>> SplitsAsync(AppDb db, CancellationToken ct) =>
        [.. (await db.CustomFieldsAsync(Funnel.Kinds.Opportunity, ct)).Concat(await db.CustomFieldsAsync(Customers.Kinds.Account, ct)).Where(f => f.Type is CustomFieldType.Choice or CustomFieldType.Choices or CustomFieldType.Link)];

    /// <summary>What counts, of deals.</summary>
    public static async Task<IReadOnlyList<CustomField>> SumsAsync(AppDb db, CancellationToken ct) => [.. (await db.CustomFieldsAsync(Funnel.Kinds.Opportunity, ct)).Where(f => f.IsNumeric)];
}
