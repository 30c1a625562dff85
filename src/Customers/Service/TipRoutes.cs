using Coxswain.Platform.Http;
namespace Coxswain.Customers.Service;

/// <summary>The addresses of tips.</summary>
internal static class TipRoutes
{
    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<TipsPage>("/tips", ListTips.Do);
        edits.Show<NewTipPage>("/tips/new", HearTip.Form);
        edits.Act("/tips", HearTip.OnPage, (TipView _) => "/service").Redraws<NewTipPage>(HearTip.Form);
        edits.Act("/tips/{id:guid}/acceptances", AcceptTip.Do, (TipView tip) => $"/opportunities/{tip.OpportunityId}");
        edits.Act("/tips/{id:guid}/refusals", DeclineTip.Do, (TipView _) => "/tips").Redraws<TipsPage>(ListTips.Again);
        edits.Act("/tips/{id:guid}/removals", RemoveTip.Do, (TipGone _) => "/tips");
        edits.Act("/tips/{id:guid}/restorations", RestoreTip.Do, (TipGone _) => "/tips");
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/tips", ListTips.Read);
        sees.Show("/tips/{id:guid}", ListTips.One);
        edits.Act("/tips", HearTip.Do, status: 201);
        edits.Act("/tips/{id:guid}/acceptances", AcceptTip.Do);
        edits.Act("/tips/{id:guid}/refusals", DeclineTip.Do);
        edits.Delete("/tips/{id:guid}", RemoveTip.Do);
    }
}
