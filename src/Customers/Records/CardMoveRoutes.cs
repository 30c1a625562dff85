using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Grouping;
namespace Coxswain.Customers.Records;

/// <summary>The addresses to which boards of accounts and contacts post their moves.</summary>
internal static class CardMoveRoutes
{
    public static void Map(Routes edits)
    {
        edits.Act<ListBoard<AccountView>>("/accounts/moves", MoveAccountCard.Do);
        edits.Act("/accounts/moves-back", MoveAccountCard.Back, (MoveCard.TakenBack back) => back.Url);
        edits.Act<ListBoard<ContactView>>("/contacts/moves", MoveContactCard.Do);
        edits.Act("/contacts/moves-back", MoveContactCard.Back, (MoveCard.TakenBack back) => back.Url);
    }
}
