using Coxswain.Funnel.Calls;
using Coxswain.Funnel.Targets;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Privacy;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel.Tests.Calls;

/// <summary>What a page keeps from somebody for now, no file, history or message tells them.</summary>
public sealed class KeptFromTests
{
    [Theory, OnBoth]
    public async Task An_export_and_what_a_person_is_given_hold_no_call_that_is_hidden_from_them(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await Line.CallAsync(line.Max, line.Ana, "150777");
        await Line.CallAsync(line.Ben, line.Ben, "80000");
        Assert.Equal((0, 1, 1, 0), (await ExportedAsync(line.Ana), await ExportedAsync(line.Max), await ExportedAsync(line.Ben), await ExportedAsync(line.Eva)));
        Assert.Equal((0, 1), (await GivenAsync(line.Ana), await GivenAsync(line.Ben)));
        await Line.CallAsync(line.Ana, line.Ana, "181234");
        Assert.Equal((2, 2), (await ExportedAsync(line.Ana), await GivenAsync(line.Ana)));
        Assert.Equal(2, await ExportedAsync(line.Max));
    }

    [Theory, OnBoth]
    public async Task A_call_leaves_no_word_in_history_that_webhooks_and_the_audit_would_pass_on(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await Line.CallAsync(line.Max, line.Ana, "150777", because: "She is new");
        Assert.Equal(1, await line.Max.InDb(db => db.Rows<ForecastCall>().CountAsync()));
        Assert.Empty(await line.Lea.InDb(db => db.Rows<Event>().Where(e => e.Data.Contains("15077700") || e.Data.Contains("She is new") || e.SubjectKind == "forecast-call").ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_target_goes_along_in_an_export_of_whoever_sees_figures_of_that_person(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await Line.AimAsync(line.Max, line.Ana, "300000");
        await Line.AimAsync(line.Lea, line.Max, "500000", team: $"{line.North}");
        Assert.Equal((2, 1, 0, 2), (await TargetsAsync(line.Max), await TargetsAsync(line.Ana), await TargetsAsync(line.Carl), await TargetsAsync(line.Lea)));
    }

    private static Task<int> ExportedAsync(TestViewer who) => who.InDb(db => Kind<ForecastCall>(who).Rows(db).CountAsync());

    private static Task<int> TargetsAsync(TestViewer who) => who.InDb(db => Kind<SalesTarget>(who).Rows(db).CountAsync());

    private static Exported<T> Kind<T>(TestViewer who) where T : Entity => who.Tenant.Host.Services.GetServices<IExported>().OfType<Exported<T>>().Single();

    private static Task<int> GivenAsync(TestViewer who) => who.InDb(async db =>
        (await (await who.Tenant.Host.Services.GetServices<IPersonData>().SelectMany(d => d.Rows).Single(r => r.Table == typeof(ForecastCall)).Of(db, who.Id, default)).ToListAsync()).Count);
}
