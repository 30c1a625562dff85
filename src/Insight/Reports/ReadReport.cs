using System.ComponentModel.DataAnnotations;
using Coxswain.Insight.Briefing;
using Coxswain.Insight.Metrics;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Reports;

/// <summary>One metric, whole or split, as the API and the command line ask for it.</summary>
public static class ReadReport
{
    public sealed record Input
    {
        /// <summary>The metric's id.</summary>
        [Required]
        public string? Id { get; init; }
        public By By { get; init; }

        /// <summary>The key of the deals' own choice field to split by, where <see cref="By"/> is <c>Field</c>.</summary>
        public string? Field { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public DateOnly? AsOf { get; init; }

        /// <summary>Only deals of this person's line.</summary>
        public Guid? For { get; init; }
    }

    public static async Task<Outcome<MetricReport>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (MetricRegistry.Find(input.Id) is not { } metric) return Outcome.Missing;
        if (input.From > input.To) return Outcome.Invalid(nameof(input.To), T("The window ends before it begins."));
        var choices = input.By is By.Field ? (await db.CustomFieldsAsync(Funnel.Kinds.Opportunity, ct)).Where(f => f.Type is CustomFieldType.Choice).ToList() : [];
        var field = choices.Find(f => f.Key == input.Field);
        if (input.By is By.Field && field is null) return Outcome.Invalid(nameof(input.Field), choices.Count == 0 ? T("Deals have no choice field of your own to split by.") : T("Name the field to split by: {0}.", string.Join(", ", choices.Select(f => f.Key))));
        if (input.For is { } person && !db.Reaches.For(InsightModule.Figures, AccessLevel.Read).IncludesAllOf(person)) return Outcome.Missing;
        if (input.For is { } one && await db.LineOfAsync(one, ct) is { Count: 1 })
        {
            if (!(await FigureNames.ReadAsync(db, ct)).IsNamed(one)) return Outcome.Refused(ReadBrief.NotTold);
            db.NoteLook(InsightModule.LookAt(metric), [one]);
        }
        return await MetricEngine.RunAsync(metric, new MetricQuery { Metric = metric.Id, By = input.By, Field = field, From = input.From, To = input.To, AsOf = input.AsOf, For = input.For }, db, clock, ct);
    }
}
