using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Coxswain.Testing;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Architecture.Tests;

/// <summary>What an export of everything takes along, and what it leaves with a reason.</summary>
public sealed class ExportTests
{
    private const string Here = "says something of this installation alone", Secret = "opens doors or carries secrets", Captured = "was captured for somebody, who says who may read it", Own = "is between one of us and somebody else",
        People = "is a figure or a word about people in service, which no role opens", Trace = "is history, which a copy keeps", Made = "is worked out anew from what goes along", Asked = "is work that was asked for", Rights = "decides who sees what, which nobody takes over from a file unseen";

    // Tables that stay, with the reason.
    private static readonly Dictionary<string, string> Staying = new()
    {
        ["AccessRow"] = Made, ["OpportunityState"] = "goes along with its deal", ["SearchDocument"] = Made, ["DuplicatePair"] = Made, ["SilentContact"] = Made, ["PlanModel"] = Made,
        ["ApiKey"] = Secret, ["OneTimeLink"] = Secret, ["SubjectKey"] = Secret, ["Webhook"] = Secret, ["WebhookSending"] = Secret, ["Outgoing"] = Secret, ["SurveyLink"] = Secret, ["WalkAway"] = Secret, ["SharedLink"] = Secret, ["SharedOpening"] = Secret,
        ["Captured"] = Captured, ["CapturedAddress"] = Captured, ["CapturedTouch"] = Captured, ["CaptureChoice"] = Captured, ["CaptureRules"] = Captured, ["Feed"] = Captured, ["FeedFolder"] = Captured, ["FeedRun"] = Captured, ["IgnoredAddress"] = Captured,
        ["Ground"] = Own, ["OwnInterest"] = Own, ["Worksheet"] = Own,
        ["Share"] = Rights, ["RoleRule"] = Rights, ["FieldRule"] = Rights,
        ["ServiceObservation"] = People, ["ServiceSurvey"] = People, ["SurveyAnswer"] = People, ["RewardLine"] = People, ["RewardPayout"] = People, ["RewardRule"] = People, ["TipDispute"] = People, ["Telling"] = People,
        ["Event"] = Trace, ["Look"] = Trace, ["Erasure"] = Trace, ["RecordMerge"] = Trace, ["TakenAct"] = Trace, ["RetentionRun"] = Trace, ["RuleFiring"] = Trace, ["DiscountTold"] = Trace, ["ImportRun"] = Trace, ["ImportRemark"] = Trace, ["ImportedRow"] = Trace, ["VanishedRow"] = Trace, ["SourceConflict"] = Trace,
        ["Delivery"] = Asked, ["Job"] = Asked, ["PersonExport"] = Asked, ["RetentionLimit"] = Here, ["SavedMapping"] = Here, ["SourceMaster"] = Here,
    };

    [Fact]
    public async Task Every_table_goes_along_in_an_export_or_stays_for_a_reason()
    {
        var (model, kinds) = await ReadAsync();
        var all = model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsSubclassOf(typeof(Entity))).Select(t => t.Name).ToHashSet();
        var going = kinds.Select(k => k.Type.Name).ToHashSet();
        Assert.Equal(all.Except(going).Order(), Staying.Keys.Order());
        Assert.Equal(kinds.Count, kinds.Select(k => k.File).Distinct().Count());
    }

    [Fact]
    public async Task What_another_kind_leads_to_is_taken_in_before_it()
    {
        var (model, kinds) = await ReadAsync();
        var order = kinds.GroupBy(k => k.Type).ToDictionary(g => g.Key, g => g.Min(k => k.Order));
        var wrong = kinds.SelectMany(k => model.FindEntityType(k.Type)!.GetForeignKeys().Select(f => f.PrincipalEntityType.ClrType).Where(to => to != k.Type).Where(to => !order.TryGetValue(to, out var first) || first >= k.Order).Select(to => $"{k.Type.Name} before {to.Name}"));
        Assert.Empty(wrong);
    }

    private static async Task<(Microsoft.EntityFrameworkCore.Metadata.IModel Model, IReadOnlyList<IExported> Kinds)> ReadAsync()
    {
        var host = await Host.On(Engine.Sqlite);
        await using var scope = host.Services.CreateAsyncScope();
        return (scope.ServiceProvider.GetRequiredService<AppDb>().Model, [.. host.Services.GetServices<IExported>()]);
    }
}
