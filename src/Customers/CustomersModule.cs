using Coxswain.Customers.Accounts;
using Coxswain.Customers.Import;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Search;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers;

public sealed class CustomersModule : IModule
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<ITakeOver, TakeOver>();
        services.AddImport();
    }

    public IReadOnlyList<OwnedKind> OwnedKinds =>
    [
        new(Kinds.Account, Permission.SeeCustomers, Permission.EditCustomers),
        new(Kinds.Contact, Permission.SeeCustomers, Permission.EditCustomers),
        new(Kinds.Interaction, Permission.SeeCustomers, Permission.EditCustomers),
        new(Kinds.Task, Permission.Enter, Permission.Enter, Scope.Line),
    ];

    public IReadOnlyList<SearchKind> SearchKinds =>
    [
        new(Kinds.Account, 1, () => T("Accounts"), "building-2"),
        new(Kinds.Contact, 2, () => T("Contacts"), "users"),
    ];

    public IReadOnlyList<NavigationPlace> Places =>
    [
        new(40, () => T("Accounts"), "/accounts", "building-2", Permission.SeeCustomers) { Key = 'a', OnPhone = true },
        new(50, () => T("Contacts"), "/contacts", "users", Permission.SeeCustomers) { Key = 'c' },
        new(60, () => T("Tasks"), "/tasks", "list-checks", Permission.SeeCustomers) { Key = 'k' },
        new(70, () => T("Add an account"), "/accounts/new", "plus", Permission.EditCustomers) { In = PlaceIn.Add },
        new(71, () => T("Add a contact"), "/contacts/new", "plus", Permission.EditCustomers) { In = PlaceIn.Add },
    ];

    public void Map(Routes pages)
    {
        var sees = pages.Requires(Permission.SeeCustomers);
        var edits = pages.Requires(Permission.EditCustomers);
        edits.Act("/accounts", CreateAccount.Do, (AccountView made) => $"/accounts/{made.Id}");
        sees.Show<AccountPage>("/accounts/{id:guid}", ShowAccount.Do);
        sees.Show<AccountForm>("/accounts/{id:guid}/form", ShowAccount.Do);
        edits.Act<AccountForm>("/accounts/{id:guid}", ChangeAccount.Do).Redraws<AccountForm>(ShowAccount.Do);
    }

    public void MapApi(Routes api)
    {
        var sees = api.Requires(Permission.SeeCustomers);
        var edits = api.Requires(Permission.EditCustomers);
        sees.Show("/accounts/{id:guid}", ShowAccount.Do);
        edits.Act("/accounts", CreateAccount.Do, status: 201);
        edits.Patch("/accounts/{id:guid}", ChangeAccount.Do);
    }
}
