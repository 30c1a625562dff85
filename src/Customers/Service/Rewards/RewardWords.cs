using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Rewards;

/// <summary>Aims and facts as people say them.</summary>
internal static class RewardWords
{
    public static string Of(RewardAim aim) => aim switch
    {
        RewardAim.Knowledge => T("Knowing the product"),
        RewardAim.Care => T("Looking after customers"),
        _ => T("Hearing opportunities"),
    };

    public static string Of(RewardFact fact) => fact switch
    {
        RewardFact.KnowledgeShown => T("Product known, seen by a coach"),
        RewardFact.GoodRating => T("A customer was satisfied"),
        RewardFact.BehaviourShown => T("A taught behaviour, seen by a coach"),
        RewardFact.TipTaken => T("A tip was taken as a deal"),
        _ => T("The deal of a tip was won"),
    };
}
