namespace Coxswain.Customers.Import.Pages;

/// <summary>Brings what was chosen on the page into the plan.</summary>
internal static class PlanEdits
{
    public static ImportPlan Of(ImportPlan plan, SetPlan.Input input) => plan with
    {
        Files = [.. plan.Files.Select((f, i) => File(f, i, input))],
        Questions = [.. plan.Questions.Select(q => input.Answers.FirstOrDefault(a => a.StartsWith(q.Id + "=", StringComparison.Ordinal)) is { } answer ? q with { Answer = answer[(q.Id.Length + 1)..] } : q)],
        Corrections = [.. plan.Corrections.Select(c => c with { Taken = input.Corrections.Contains($"{c.Kind}|{c.From}") })],
        Makes = [.. plan.Makes.Select(m => m with { Reading = Reading(m, input) ?? m.Reading })],
    };

    private static PlanFile File(PlanFile file, int number, SetPlan.Input input)
    {
        if (input.Kinds.FirstOrDefault(k => k.StartsWith($"{number}:", StringComparison.Ordinal)) is not { } chosen) return file;
        var kind = chosen[(chosen.IndexOf(':') + 1)..] is { Length: > 0 } named ? named : null;
        // Another kind has other fields: they are guessed anew.
        if (kind != file.Kind) return file with { Kind = kind, Note = null, Columns = [.. file.Columns.Select(c => Taken(c, null))] };
        return file with { Columns = [.. file.Columns.Select(c => Column(c, number, input))] };
    }

    private static PlanColumn Column(PlanColumn column, int file, SetPlan.Input input)
    {
        var place = $"{file}:{column.Index}:";
        return input.Columns.FirstOrDefault(c => c.StartsWith(place, StringComparison.Ordinal)) is { } chosen ? Taken(column, chosen.Length > place.Length ? chosen[place.Length..] : null) : column;
    }

    // What was known of the column was so for the field it was.
    private static PlanColumn Taken(PlanColumn column, string? field) => field == column.Field ? column : column with { Field = field, IsKey = false, Cut = null, Of = null, Unit = null };

    private static string? Reading(PlannedName name, SetPlan.Input input) =>
        input.Readings.Select(r => r.Split('|', 3)).FirstOrDefault(r => r.Length == 3 && r[0] == name.Kind && r[2] == name.Name)?[1];
}
