using System.ComponentModel.DataAnnotations;
using Coxswain.Insight.Briefing;
using Coxswain.Insight.Metrics;
using Coxswain.People;
using Coxswain.Platform.Access;
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

        /// <summary>The key of the own choice or link to split by, where <see cref="By"/> is <c>Field</c>: of deals, or of their accounts with <c>account.</c> before it.</summary>
        public string? Field { get; init; }

        /// <summary>For figures of money: the key of the deals' own number, amount or formula that is taken in place of the amount.</summary>
        public string? Of { get; init; }
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
        var splits = input.By is By.Field ? await OwnFields.SplitsAsync(db, ct) : [];
        var field = splits.FirstOrDefault(f => OwnFields.NameOf(f) == input.Field);
        if (input.By is By.Field && field is null) return Outcome.Invalid(nameof(input.Field), splits.Count == 0 ? T("Deals and their accounts have no choice field or link of your own to split by.") : T("Name the field to split by: {0}.", string.Join(", ", splits.Select(OwnFields.NameOf))));
        if (input.Of is not null && metric.Unit is not Unit.Money) return Outcome.Invalid(nameof(input.Of), T("Only figures of money are made of another field: {0}.", string.Join(", ", MetricRegistry.All.Where(m => m.Unit is Unit.Money).Select(m => m.Id))));
        var sums = input.Of is null ? [] : await OwnFields.SumsAsync(db, ct);
        var of = sums.FirstOrDefault(f => f.Key == input.Of);
        if (input.Of is not null && of is null) return Outcome.Invalid(nameof(input.Of), sums.Count == 0 ? T("Deals have no number, amount or formula of your own.") : T("Name the field to add up: {0}.", string.Join(", ", sums.Select(f => f.Key))));
        if (input.For is { } person && !db.Reaches.For(InsightModule.Figures, AccessLevel.Read).IncludesAllOf(person)) return Outcome.Missing;
        if (input.For is { } one && await db.LineOfAsync(one, ct) is { Count: 1 })
        {
            if (!(await FigureNames.ReadAsync(db, ct)).IsNamed(one)) return Outcome.Refused(ReadBrief.NotTold);
            db.NoteLook(InsightModule.LookAt(metric), [one]);
        }
        return await MetricEngine.RunAsync(metric, new MetricQuery { Metric = metric.Id, By = input.By, Field = field, Of = of, From = input.From, To = input.To, AsOf = input.AsOf, For = input.For }, db, clock, ct);
    }
}
