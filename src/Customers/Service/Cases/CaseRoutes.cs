using Coxswain.Customers.Service.Guard;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Service.Cases;

/// <summary>The addresses of cases and of what is read from them.</summary>
internal static class CaseRoutes
{
    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<CasesPage>("/service/cases", ListCases.Do);
        edits.Act("/service-cases", FileCase.OnPage, (CaseView _) => "/service/cases").Redraws<CasesPage>(ListCases.Again);
        edits.Act("/service-cases/{id:guid}/ratings", RateCase.Do, (CaseView _) => "/service/cases").Redraws<CasesPage>(ListCases.Again);
        edits.Act("/service-cases/{id:guid}/removals", RemoveCase.Do, (CaseGone _) => "/service/cases");
        edits.Act("/service-cases/{id:guid}/restorations", RemoveCase.Back, (CaseGone _) => "/service/cases");
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/service-cases", ListCases.Read);
        edits.Act("/service-cases", FileCase.Do, status: 201);
        edits.Act("/service-cases/{id:guid}/ratings", RateCase.Do);
        edits.Delete("/service-cases/{id:guid}", RemoveCase.Do);
        edits.Act("/service-cases/{id:guid}/restorations", RemoveCase.Back);
        sees.Show("/service/guard", ShowGuard.Do);
    }
}
