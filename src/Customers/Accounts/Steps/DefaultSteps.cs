using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts.Steps;

/// <summary>What a new organisation's strategic and global accounts are worked by until it says otherwise.</summary>
internal sealed class DefaultSteps : INewTenant
{
    public void Prepare(AppDb db, Tenant tenant) => db.AddRange(Make());

    public static IReadOnlyList<AccountStep> Make() =>
    [
        Step(AccountClass.Strategic, 1, T("A team is named across departments"), T("Owner")),
        Step(AccountClass.Strategic, 2, T("What is on their desk was asked"), T("Owner"), 3),
        Step(AccountClass.Strategic, 3, T("Our leader met theirs"), T("Leader"), 12),
        Step(AccountClass.Strategic, 4, T("Service and contracts know what was promised"), T("Service"), 6),
        Step(AccountClass.Strategic, 5, T("The year was looked at together with them"), T("Owner"), 12),
        Step(AccountClass.Global, 1, T("Somebody is named in each country"), T("Owner")),
        Step(AccountClass.Global, 2, T("It is known what their centre decides and what each country does"), T("Owner"), 12),
        Step(AccountClass.Global, 3, T("One contract and price list for all countries"), T("Contracts")),
        Step(AccountClass.Global, 4, T("Our countries told each other what they heard"), T("Everyone in the team"), 3),
        Step(AccountClass.Global, 5, T("The year was looked at together with their centre"), T("Leader"), 12),
    ];

    private static AccountStep Step(AccountClass kind, int position, string name, string function, int? months = null) => new() { Class = kind, Position = position, Name = name, Function = function, RepeatMonths = months };
}
