using Coxswain.Customers.Duplicates.Typing;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Duplicates;

/// <summary>The addresses of duplicates.</summary>
internal static class DuplicateRoutes
{
    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<DuplicatesPage>("/duplicates", ListDuplicates.Do);
        edits.Act("/duplicates", PairByHand.Do, (PairByHand.Paired pair) => $"/duplicates/{pair.Id}").Redraws<DuplicatesPage>(ListDuplicates.Do);
        edits.Act("/duplicates/searches", LookForDuplicates.Do, (LookForDuplicates.Asked asked) => asked.Url);
        sees.Show<MergesPage>("/duplicates/merged", ListMerges.Do);
        sees.Show<PairPage>("/duplicates/{id:guid}", ComparePair.Do);
        edits.Act("/duplicates/{id:guid}/merges", MergeRecords.Do, (MergedView done) => done.Url).Redraws<PairPage>(ComparePair.Do);
        edits.Act("/duplicates/{id:guid}/distinctions", TellApart.Do, (TellApart.Told told) => told.Url);
        edits.Act("/duplicates/{id:guid}/doubts", TellApart.TakeBack, (TellApart.Told told) => $"/duplicates/{told.Id}");
        edits.Act("/merges/{id:guid}/undos", UndoMerge.Do, (UnmergedView done) => done.Url);
        edits.Show<KnownLines>("/accounts/known", KnownAccounts.Do);
        edits.Show<KnownLines>("/contacts/known", KnownContacts.Do);
        edits.Show<KnownLines>("/leads/known", KnownLeads.Do);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/duplicates", ListDuplicates.Do);
        sees.Show("/duplicates/{id:guid}", ComparePair.Do);
        edits.Act("/duplicates", PairByHand.Do, status: 201);
        edits.Act("/duplicates/searches", LookForDuplicates.Do);
        edits.Act("/duplicates/{id:guid}/merges", MergeRecords.Do);
        edits.Act("/duplicates/{id:guid}/distinctions", TellApart.Do);
        edits.Act("/duplicates/{id:guid}/doubts", TellApart.TakeBack);
        sees.Show("/merges", ListMerges.Do);
        edits.Act("/merges/{id:guid}/undos", UndoMerge.Do);
        edits.Show("/accounts/known", KnownAccounts.Do);
        edits.Show("/contacts/known", KnownContacts.Do);
        edits.Show("/leads/known", KnownLeads.Do);
    }
}
