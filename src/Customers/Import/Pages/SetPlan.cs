using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Pages;

/// <summary>Takes what was changed in the plan, and goes on with it: looks again, tries, or starts.</summary>
internal static class SetPlan
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary><c>look</c>, <c>try</c> or <c>start</c>.</summary>
        public string? Then { get; init; }

        /// <summary><c>file:kind</c> each.</summary>
        public string[] Kinds { get; init; } = [];

        /// <summary><c>file:column:field</c> each.</summary>
        public string[] Columns { get; init; } = [];

        /// <summary><c>question=answer</c> each.</summary>
        public string[] Answers { get; init; } = [];

        /// <summary><c>kind|from</c> of each correction that is taken.</summary>
        public string[] Corrections { get; init; } = [];

        /// <summary><c>kind|reading|name</c> each.</summary>
        public string[] Readings { get; init; } = [];
        public bool CreatePeople { get; init; }
        public bool CreateStages { get; init; }
        public bool CreateProducts { get; init; }
        public bool CreateAccounts { get; init; }
    }

    /// <summary>Where it stands now.</summary>
    public sealed record Planned(Guid Id);

    public static async Task<Outcome<Planned>> Do(Input input, AppDb db, ImportRunner runner, DataFolder folder, CancellationToken ct)
    {
        if (await db.Rows<ImportRun>().SingleOrDefaultAsync(r => r.Id == input.Id, ct) is not { } run) return Outcome.Missing;
        if (run.State is not ImportState.Planned || await db.JobOnAsync(run.Id, ct) is not null) return Outcome.Refused(T("This import has begun; its plan stands."));
        var plan = PlanEdits.Of(Json.Read<ImportPlan>(run.Plan), input);
        plan = await runner.PlanAsync([.. plan.Files.Select(f => KeptFile.Of(f, folder))], plan, ct);
        if (input.Then is "start" && plan.Files.All(f => f.Kind is null)) return Outcome.Refused(T("None of the files is chosen as anything yet."));
        run.Plan = Json.Write(plan);
        run.Options = Json.Write(new ImportOptions { CreatePeople = input.CreatePeople, CreateStages = input.CreateStages, CreateProducts = input.CreateProducts, CreateAccounts = input.CreateAccounts, DryRun = input.Then is not "start" });
        (run.Result, run.Problem) = (null, null);
        if (input.Then is "try" or "start") db.AskFor(TakeInJob.JobKind, run);
        await db.SaveChangesAsync(ct);
        return new Planned(run.Id);
    }
}
