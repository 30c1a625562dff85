using Coxswain.Platform.Access;
namespace Coxswain.Customers.Records;

/// <summary>The fields of our records that an organisation may keep from a role. Names and owners are not among them: nothing could be found or given without.</summary>
internal static class Guarded
{
    public static IReadOnlyList<GuardedField> Account { get; } = Of(Kinds.Account, ["Industry", "Website", "Phone", "City", "Country", "Tier", "Class", "Employees", "Revenue", "FoundedYear", "Description"], new() { ["Revenue"] = ["RevenueCurrency"] });

    public static IReadOnlyList<GuardedField> Contact { get; } = Of(Kinds.Contact, ["Title", "Email", "Phone", "Mobile"], new() { ["Email"] = ["FoldedEmail"], ["Phone"] = ["PhoneE164"], ["Mobile"] = ["MobileE164"] });

    public static IReadOnlyList<GuardedField> Lead { get; } = Of(Kinds.Lead, ["Company", "Title", "Email", "Phone", "Source", "Need"], new() { ["Company"] = ["FoldedCompany"], ["Email"] = ["FoldedEmail"], ["Phone"] = ["PhoneE164"] });

    private static IReadOnlyList<GuardedField> Of(string kind, string[] names, Dictionary<string, string[]> with) =>
        [.. names.Select(n => new GuardedField(n, () => Words.Field(n)) { With = [.. with.GetValueOrDefault(n, []).Select(w => (kind, w))] })];
}
