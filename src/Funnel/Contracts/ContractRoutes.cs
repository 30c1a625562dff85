using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Privacy;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>What contracts bring to the module: their kind, services, places and addresses.</summary>
internal static class ContractRoutes
{
    public static OwnedKind Owned => new(Kinds.Contract, Permission.SeeFunnel, Permission.EditFunnel) { Label = () => T("Contracts") };

    public static NavigationPlace Place => new(35, () => T("Contracts"), "/contracts", "handshake", Permission.SeeFunnel) { Kind = Kinds.Contract };

    public static IServiceCollection AddContracts(this IServiceCollection services) => services.AddSingleton<IPersonData, ContractData>().AddSingleton<ITakeOver, ContractTakeOver>().AddSingleton<IUpkeep, ContractUpkeep>()
        .AddSingleton<IExported>(new Exported<Contract>(Kinds.Contract, "contracts", 90, () => T("Contracts")) { Above = [nameof(Contract.FollowsId)], Rows = db => db.Contracts, Money = new Dictionary<string, string?> { [nameof(Contract.Recurring)] = nameof(Contract.Currency), [nameof(Contract.OneOff)] = nameof(Contract.Currency) } })
        .AddSingleton<IExported>(new Exported<ContractRenewal>(Kinds.ContractRenewal, "renewals-of-contracts", 91, () => T("Renewals of contracts")));

    public static void Map(Routes pages, Routes sees, Routes edits)
    {
        sees.Show<ContractsPage>("/contracts", ListContracts.Do);
        pages.Inner.MapGet("/contracts/export", ExportAsync).WithMetadata(new Requirement(Permission.SeeFunnel), new Requirement(Permission.Export));
        sees.Show<ContractFiguresPage>("/contracts/figures", ShowContractFigures.Do);
        edits.Show<NewContractPage>("/contracts/new", MakeContract.Form);
        edits.Act("/contracts", MakeContract.Do, (ContractView made) => made.Url).Redraws<NewContractPage>(MakeContract.Form);
        sees.Show<ContractPage>("/contracts/{id:guid}", ShowContract.Do);
        edits.Act("/contracts/{id:guid}", ChangeContract.OnPage, (ContractView done) => done.Url).Redraws<ContractPage>(ShowContract.Again);
        edits.Act("/contracts/{id:guid}/notices", GiveNotice.Do, (ContractView done) => done.Url).Redraws<ContractPage>(ShowContract.Do);
        edits.Act("/contracts/{id:guid}/notices-back", TakeBackNotice.Do, (ContractView done) => done.Url);
        edits.Act("/contracts/{id:guid}/renewals", OpenRenewal.Do, (OpportunityView deal) => $"/opportunities/{deal.Id}").Redraws<ContractPage>(ShowContract.Do);
        edits.Act("/contracts/{id:guid}/removals", RemoveContract.Do, (RemoveContract.Gone _) => "/contracts");
        edits.Act("/contracts/{id:guid}/restorations", RemoveContract.Restore, (ContractView back) => back.Url);
        sees.Show<DealContractPage>("/opportunities/{id:guid}/contract", ShowDealContract.Do);
        edits.Act("/opportunities/{id:guid}/contracts", MakeContract.OfDeal, (ContractView made) => made.Url).Redraws<DealContractPage>(ShowDealContract.Do);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/contracts", ListContracts.Read);
        sees.Show("/contracts/figures", ShowContractFigures.Do);
        edits.Act("/contracts", MakeContract.Do, status: 201);
        sees.Show("/contracts/{id:guid}", ShowContract.Read);
        edits.Patch("/contracts/{id:guid}", ChangeContract.Do);
        edits.Act("/contracts/{id:guid}/notices", GiveNotice.Do);
        edits.Act("/contracts/{id:guid}/notices-back", TakeBackNotice.Do);
        edits.Act("/contracts/{id:guid}/renewals", OpenRenewal.Do, status: 201);
        edits.Delete("/contracts/{id:guid}", RemoveContract.Do);
        edits.Act("/contracts/{id:guid}/restorations", RemoveContract.Restore);
    }

    private static async Task ExportAsync(HttpContext http, AppDb db, TimeProvider clock)
    {
        var tenant = await db.TenantAsync(http.RequestAborted);
        var day = Standing.Of(tenant, clock.GetUtcNow().UtcDateTime).Day;
        await ListExport.WriteAsync(http, ListContracts.Of(db, day, tenant.Currency, [], []), ListContracts.Source(db, new ListRequest { Query = QueryValues.Of(http.Request.Query) }, day), "contracts");
    }
}
