using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Accounts;

/// <summary>Shows the form that adds an account.</summary>
internal static class NewAccount
{
    public static Task<Outcome<NewAccountView>> Do(AppDb db) => Task.FromResult(Outcome.Done(new NewAccountView(db.Viewer.Name)));
}

/// <summary>What the form starts with.</summary>
public sealed record NewAccountView(string OwnerName);
