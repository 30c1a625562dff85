using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Value;

/// <summary>What value and proofs bring to the module: services, places and addresses.</summary>
internal static class ValueRoutes
{
    public static IServiceCollection AddValue(this IServiceCollection services) => services.AddSingleton<IErase, ValueErasing>().AddSingleton<IPersonData, ValueData>().AddSingleton<IPersonData, LeadValueData>()
        .AddSingleton<IExported>(new Exported<Proof>(Kinds.Proof, "proofs", 78, () => T("Proofs")) { Money = new Dictionary<string, string?> { [nameof(Proof.Saving)] = nameof(Proof.Currency) } })
        .AddSingleton<IExported>(new Exported<ValueItem>(Kinds.ValueItem, "value-in-deals", 79, () => T("Value in deals")) { Money = new Dictionary<string, string?> { [nameof(ValueItem.Worth)] = nameof(ValueItem.Currency) } });

    public static NavigationPlace Place => new(95, () => T("Proofs"), "/proofs", "shield", Permission.SeeFunnel) { In = PlaceIn.Menu };

    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<ValuePage>("/opportunities/{id:guid}/value", ShowValue.Do);
        edits.Act("/opportunities/{id:guid}/value-items", NoteValue.OnPage, (ValueSaved done) => done.Url).Redraws<ValuePage>(ShowValue.Do);
        edits.Act("/value-items/{id:guid}", NoteValue.ChangeOnPage, (ValueSaved done) => done.Url).Redraws<ValuePage>(ShowValue.Again);
        edits.Act("/value-items/{id:guid}/removals", RemoveValue.Do, (ValueSaved done) => done.Url);
        edits.Act("/value-items/{id:guid}/restorations", RemoveValue.Restore, (ValueSaved done) => done.Url);
        sees.Show<ProofsPage>("/proofs", ShowProofs.Do);
        edits.Act("/proofs", KeepProof.AddOnPage, (ProofsSaved _) => "/proofs").Redraws<ProofsPage>(ShowProofs.Do);
        edits.Act("/proofs/{id:guid}", KeepProof.ChangeOnPage, (ProofsSaved _) => "/proofs").Redraws<ProofsPage>(ShowProofs.Again);
        edits.Act("/proofs/{id:guid}/removals", RemoveProof.Do, (ProofsSaved _) => "/proofs");
        edits.Act("/proofs/{id:guid}/restorations", RemoveProof.Restore, (ProofsSaved _) => "/proofs");
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/opportunities/{id:guid}/value", ShowValue.Do);
        edits.Act("/opportunities/{id:guid}/value-items", NoteValue.Do, status: 201);
        edits.Patch("/value-items/{id:guid}", NoteValue.Change);
        edits.Delete("/value-items/{id:guid}", RemoveValue.Do);
        edits.Act("/value-items/{id:guid}/restorations", RemoveValue.Restore);
        sees.Show("/proofs", ShowProofs.Do);
        edits.Act("/proofs", KeepProof.Add, status: 201);
        edits.Patch("/proofs/{id:guid}", KeepProof.Change);
        edits.Delete("/proofs/{id:guid}", RemoveProof.Do);
        edits.Act("/proofs/{id:guid}/restorations", RemoveProof.Restore);
    }
}
