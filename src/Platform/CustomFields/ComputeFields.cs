using System.Reflection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.CustomFields;

/// <summary>Computes the formulas of all records of a kind anew, in the background: one of them is new or was changed.</summary>
internal sealed class ComputeFields(AppDb db) : IJobHandler
{
    private const int Batch = 500;

    public const string JobKind = "fields.compute";

    /// <summary>The kind of record.</summary>
    internal sealed record Asked(string Kind);

    public string Kind => JobKind;

    public string Label => T("Computed fields");

    public Permission Needs => Permission.ManageProcess;

    public Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        var kind = job.Job.Read<Asked>().Kind;
        var type = CustomField.EntityOf(db, kind).ClrType;
        return (Task)typeof(ComputeFields).GetMethod(nameof(ComputeAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(type).Invoke(this, [kind, ct])!;
    }

    private async Task ComputeAsync<T>(string kind, CancellationToken ct) where T : Entity, IHasCustomFields
    {
        var fields = (await CustomField.ReadAllAsync(db, ct)).Where(f => f.Kind == kind).ToList();
        var formulas = CustomFormula.Ordered(fields);
        db.PassesLocks = true;
        for (var last = Guid.Empty; ;)
        {
            ct.ThrowIfCancellationRequested();
            var rows = await db.Rows<T>().Where(r => r.Id > last).OrderBy(r => r.Id).Take(Batch).ToListAsync(ct);
            if (rows.Count == 0) return;
            foreach (var row in rows.Where(r => r.FieldKind is null || r.FieldKind == kind))
            {
                var values = CustomValues.Read(row.CustomFields);
                CustomFormula.Fill(formulas, fields, values, row);
                CustomValues.Keep(row, values);
            }
            last = rows[^1].Id;
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
