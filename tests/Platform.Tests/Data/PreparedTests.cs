using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tests.Data;

public sealed class PreparedTests
{
    private sealed record Asked(string Kind);

    private sealed record Two(string Kind, Guid Least);

    private sealed record One(Guid Id, SingleKeyCollection Ids);

    [Theory, OnBoth]
    public async Task A_prepared_statement_answers_each_question_with_its_own_rows_for_each_organisation(Engine engine)
    {
        var prepared = new Prepared<Two, Guid>((db, asked) =>
        {
            var earlier = db.Rows<Event>().Where(e => e.Kind == asked.Kind);
            return db.Rows<Event>().Where(e => earlier.Any(x => x.Id == e.Id) && e.Id.CompareTo(asked.Least) >= 0).OrderBy(e => e.Id).Select(e => e.Id);
        });
        foreach (var tenant in new[] { await (await Host.On(engine)).TenantAsync(), await (await Host.On(engine)).TenantAsync() })
        {
            await tenant.PersonAsync(Role.Seller, "Bea Lind");
            var kinds = await tenant.InDb(db => db.Rows<Event>().OrderBy(e => e.Id).Select(e => new { e.Id, e.Kind }).ToListAsync());
            Assert.NotEmpty(kinds);
            foreach (var kind in kinds.Select(k => k.Kind).Distinct())
            {
                List<Guid> ids = [.. kinds.Where(k => k.Kind == kind).Select(k => k.Id)];
                Assert.Equal(ids, await tenant.InDb(db => prepared.ToListAsync(db, new(kind, Guid.Empty), default)));
                Assert.Equal([ids[^1]], await tenant.InDb(db => prepared.ToListAsync(db, new(kind, ids[^1]), default)));
            }
            Assert.Empty(await tenant.InDb(db => prepared.ToListAsync(db, new("nothing of the kind", Guid.Empty), default)));
        }
    }

    [Theory, OnBoth]
    public async Task Who_looks_is_asked_for_anew_each_time(Engine engine)
    {
        var prepared = new Prepared<Asked, Guid>((db, asked) => db.Rows<Event>().Where(e => e.SubjectId == db.Viewer.PersonId && e.Kind != asked.Kind).Select(e => e.SubjectId));
        var tenant = await (await Host.On(engine)).TenantAsync();
        foreach (var name in new[] { "Ada Holm", "Ben Ito" })
        {
            var person = await tenant.PersonAsync(Role.Leader, name);
            var told = await person.InDb(db => prepared.ToListAsync(db, new("none"), default));
            Assert.NotEmpty(told);
            Assert.All(told, subject => Assert.Equal(person.Id, subject));
        }
    }

    [Theory, OnBoth]
    public async Task What_was_not_said_to_differ_and_does_is_refused(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var row = Guid.CreateVersion7();
        var ofOne = new Prepared<Asked, string>((db, asked) => db.Rows<Event>().Where(e => e.Id == row && e.Kind == asked.Kind).Select(e => e.Kind));
        Assert.Contains("belongs into Asked", (await Assert.ThrowsAsync<InvalidOperationException>(() => tenant.InDb(db => ofOne.ToListAsync(db, new("none"), default)))).Message, StringComparison.Ordinal);

        var turns = 0;
        var turning = new Prepared<Asked, string>((db, asked) => db.Rows<Event>().Where(e => e.Kind == asked.Kind).Select(e => e.Kind).Take(turns));
        turns = 1;
        await tenant.InDb(db => turning.ToListAsync(db, new("none"), default));
        turns = 2;
        Assert.Contains("came out otherwise", (await Assert.ThrowsAsync<InvalidOperationException>(() => tenant.InDb(db => turning.ToListAsync(db, new("none"), default)))).Message, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_list_of_one_key_is_asked_for_as_that_key_whichever_it_is(Engine engine)
    {
        var prepared = new Prepared<One, Guid>((db, asked) => Of(db, asked.Ids).Concat(db.Rows<Event>().Where(e => e.Id == asked.Id).Select(e => e.Id)));
        var tenant = await (await Host.On(engine)).TenantAsync();
        foreach (var name in new[] { "Bea Lind", "Ada Holm", "Ben Ito" }) await tenant.PersonAsync(Role.Seller, name);
        var ids = await tenant.InDb(db => db.Rows<Event>().OrderBy(e => e.Id).Select(e => e.Id).Take(3).ToListAsync());
        Assert.Equal(3, ids.Count);
        foreach (var id in ids) Assert.Equal([id, id], await tenant.InDb(db => prepared.ToListAsync(db, new(id, new(id)), default)));
        Assert.Equal([ids[1]], await tenant.InDb(db => Of(db, new SingleKeyCollection(ids[1])).ToListAsync()));

        static IQueryable<Guid> Of(AppDb db, IReadOnlyCollection<Guid> ids) => db.Rows<Event>().Where(e => ids.Contains(e.Id)).Select(e => e.Id);
    }

    [Theory, OnBoth]
    public async Task As_many_keys_as_there_are_go_along_as_one_parameter_so_that_the_statement_stays_the_same(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        string Of(AppDb db, IReadOnlyCollection<Guid> ids) => db.Rows<Event>().Where(e => ids.Contains(e.Id)).Select(e => e.Kind).ToQueryString();
        var (few, many) = await tenant.InDb(db => Task.FromResult((Of(db, [Guid.CreateVersion7()]), Of(db, [.. Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7())]))));
        Assert.Equal(Statement(few), Statement(many));
        Assert.Contains("SELECT", Statement(few), StringComparison.Ordinal);

        // What the parameters hold stands above the statement.
        static string Statement(string text) => text[text.IndexOf("SELECT", StringComparison.Ordinal)..];
    }
}
