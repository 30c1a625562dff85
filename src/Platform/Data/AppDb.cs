using System.Reflection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>
/// The one database. A module queries only its own rows, since nobody else can name their types; every query is limited to the
/// viewer's tenant; every save stamps the tenant, counts the version and writes history, search words and followers in one transaction.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, AppDb.Surroundings around) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>What a context needs around it; one record, so that its making is one line.</summary>
    public sealed record Surroundings(Database Database, CurrentViewer Viewer, IReadOnlyList<IModule> Modules, IReadOnlyList<IFollower> Followers, WriteGate Gate, Seal Seal, Looks.LookLog Looks, TimeProvider Clock, Outbox Outbox, Bell Bell, Kept Kept, IReadOnlyList<CustomFields.ILinkKind> LinkKinds);

    /// <summary>A context of another viewer, or on another database than the scope's.</summary>
    internal static AppDb As(Surroundings around, Viewer? viewer)
    {
        var current = new CurrentViewer();
        if (viewer is not null) current.Become(viewer);
        var options = new DbContextOptionsBuilder<AppDb>();
        around.Database.Configure(options);
        return new AppDb(options.Options, around with { Viewer = current });
    }

    /// <summary>
    /// Works out the model and a first statement of it, beside whatever else a start has to do: half of the start of a program is this, and
    /// it needs nothing but itself. A fault here is told again by the first who asks the database.
    /// </summary>
    /// <param name="database">Where the rows live; it is not opened.</param>
    /// <param name="modules">All modules of the product.</param>
    public static Task PrepareAsync(Database database, IReadOnlyList<IModule> modules) => Task.Run(() =>
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        database.Configure(options);
        using var db = new AppDb(options.Options, new Surroundings(database, new CurrentViewer(), modules, [], null!, null!, null!, TimeProvider.System, null!, null!, null!, []));
        _ = db.Rows<Tenants.Tenant>().Select(t => t.Id).ToQueryString();
    });

    private Reaches? _reaches;
    private Wants _wants;
    private bool _bringsWork, _isSeen, _knowsWants;

    /// <exception cref="InvalidOperationException">Nobody is signed in in this scope.</exception>
    public Viewer Viewer => around.Viewer.Value;

    /// <summary>Somebody was named in this scope.</summary>
    internal bool IsViewerKnown => around.Viewer.IsKnown;

    public Engine Engine => around.Database.Engine;

    /// <summary>What the viewer may reach of each kind; one query, once per scope.</summary>
    public Reaches Reaches => _reaches ??= Reaches.Of(this);

    /// <summary>
    /// Reads what the viewer may reach before anything asks for it. Read where it is asked for, it holds a thread until it is answered: with
    /// every connection taken, all threads were held by those who waited for one, and none was left to give one back.
    /// </summary>
    internal async Task KnowReachesAsync(CancellationToken ct) => _reaches ??= await Reaches.ReadAsync(this, ct);

    /// <summary>What the organisation's webhooks and the reactions it asked for want, as it came with the viewer or was read before the save.</summary>
    internal Wants Wants => around.Viewer.IsKnown && Viewer.Organisation is { } known ? new(known.WebhookKinds, known.ReactionKinds) : _wants;

    internal async Task KnowWantsAsync(CancellationToken ct, bool isMany = false)
    {
        if (_knowsWants || !around.Viewer.IsKnown || Viewer.Organisation is not null || !isMany && !ChangeTracker.Entries<Entity>().Any(e => e.State is not EntityState.Unchanged && e.Entity.GetType().IsTracked())) return;
        _wants = await Rows<Tenants.Tenant>().Where(t => t.Id == TenantId).Select(t => new Wants(t.WebhookKinds, t.ReactionKinds)).SingleOrDefaultAsync(ct);
        _knowsWants = true;
    }

    /// <summary>What was worked out from many rows and need not be again.</summary>
    public Kept Kept => around.Kept;

    /// <summary>The kinds of records that fields of the organisation's own can lead to.</summary>
    public IReadOnlyList<CustomFields.ILinkKind> LinkKinds => around.LinkKinds;

    public DbSet<DataProtectionKey> DataProtectionKeys { get; set; } = null!;

    /// <summary>The version a program expects of the record it changes.</summary>
    internal Api.Expectation? Expected { get; set; }

    /// <summary>What is saved is nobody's edit, so that nothing is locked for it: it comes from the master itself, or follows from somebody leaving.</summary>
    public bool PassesLocks { get; set; }

    /// <summary>What is saved next follows from what somebody may do, so that fields their role does not change are filled as they have to be; asked anew for the save after it.</summary>
    public bool PassesRoleLocks { get; set; }

    internal Seal Seal => around.Seal;
    internal Looks.LookLog Looks => around.Looks;
    internal TimeProvider Clock => around.Clock;
    internal Outbox Outbox => around.Outbox;

    private int TenantId => Viewer.TenantId;

    /// <summary>The rows of one type, of the viewer's tenant. A module wraps this into its own named queries.</summary>
    public IQueryable<T> Rows<T>() where T : class => Everything<T>();

#pragma warning disable RS0030 // the one place where sets are opened
    private DbSet<T> Everything<T>() where T : class => Set<T>();
#pragma warning restore RS0030

    /// <summary>One named tenant's rows of one type: for knowing who asks, before which there is no viewer.</summary>
#pragma warning disable RS0030
    public IQueryable<T> RowsOf<T>(int tenantId) where T : Entity => Everything<T>().IgnoreQueryFilters(["Tenant"]).Where(r => r.TenantId == tenantId);
#pragma warning restore RS0030

    /// <summary>The tenant's rows of one type, with those that were removed: for bringing one back.</summary>
#pragma warning disable RS0030
    public IQueryable<T> RowsWithRemoved<T>() where T : Entity, IRemovable => Everything<T>().IgnoreQueryFilters(["Removed"]);
#pragma warning restore RS0030

    /// <summary>The tenant's rows of one type, removed or not: for upkeep, which looks at what points at a row.</summary>
#pragma warning disable RS0030
    internal IQueryable<T> RowsWhole<T>() where T : Entity => Everything<T>().IgnoreQueryFilters(["Removed"]);
#pragma warning restore RS0030

    /// <summary>All rows of a type whatever the tenant: for upkeep and the job clock, which serve every tenant in turn.</summary>
#pragma warning disable RS0030
    internal IQueryable<T> OfAllTenants<T>() where T : Entity => Everything<T>().IgnoreQueryFilters();
#pragma warning restore RS0030

    /// <summary>
    /// On SQLite, keeps its connection until the context ends, and leaves it open for the next who asks for this. Between statements it would go back
    /// each time and come out anew, and be told all its settings again; PostgreSQL's come from a pool that others want.
    /// </summary>
    public async Task StayOpenAsync(CancellationToken ct) => _standing ??= Engine is Engine.Sqlite ? await StandingConnections.GiveAsync(Database, around.Database.ConnectionString, ct) : null;

    private SqliteConnection? _standing;

    public override void Dispose()
    {
        try { base.Dispose(); }
        finally { StandingConnections.TakeBack(Interlocked.Exchange(ref _standing, null)); }
    }

    public override async ValueTask DisposeAsync()
    {
        try { await base.DisposeAsync(); }
        finally { StandingConnections.TakeBack(Interlocked.Exchange(ref _standing, null)); }
    }

    /// <summary>Saves what was added and changed, with its history.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Someone saved one of the rows after it was loaded.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!PassesLocks) await Mirroring.LockCheck.CheckAsync(this, cancellationToken);
        await KnowWantsAsync(cancellationToken);
        Saves().Prepare();
        if (Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await around.Gate.EnterAsync(cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        Tell();
        return saved;
    }

    /// <summary>Only the framework's own global rows (data-protection keys) are saved this way.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (ChangeTracker.Entries<Entity>().Any()) throw new InvalidOperationException("Save tenant rows with SaveChangesAsync.");
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>Several saves that stand or fall together. Keep it short: on SQLite nobody else writes meanwhile.</summary>
    public async Task<T> InOneTransactionAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null) return await work();
        using var turn = await around.Gate.EnterAsync(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var result = await work();
        await transaction.CommitAsync(ct);
        Tell();
        return result;
    }

    /// <inheritdoc cref="InOneTransactionAsync{T}"/>
    public Task InOneTransactionAsync(Func<Task> work, CancellationToken ct) =>
        InOneTransactionAsync(async () => { await work(); return true; }, ct);

    /// <summary>What goes with a save.</summary>
    internal Saving Saves(bool asItHappened = false) => new(this, around.Followers, asItHappened);

    /// <summary>Writes rows whose companions are among them.</summary>
    internal Task InsertPreparedAsync(IReadOnlyList<Entity> rows, CancellationToken ct) => InOneTransactionAsync(() => new BulkWriter(this).InsertAsync(rows, ct), ct);

    /// <summary>Room for many rows, as long as the connection stays open.</summary>
    internal Task WidenAsync(CancellationToken ct) => Engine is Engine.Sqlite ? Database.ExecuteSqlRawAsync(SqliteSettings.Wide, ct) : Task.CompletedTask;

    /// <summary>The save under way brings a job or a delivery, to be told of once it is committed.</summary>
    internal void BringsWork() => _bringsWork = true;

    /// <summary>The save under way changes what people look at, to be told of once it is committed.</summary>
    internal void IsSeen() => _isSeen = true;

    private void Tell()
    {
        if (_bringsWork) around.Bell.Ring();
        if (_isSeen) foreach (var follower in around.Followers) follower.Committed(TenantId);
        _bringsWork = _isSeen = false;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder, around.Database.Engine);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var module in around.Modules) modelBuilder.ApplyConfigurationsFromAssembly(module.GetType().Assembly);

        var belongs = typeof(AppDb).GetMethod(nameof(BelongsToTenant), BindingFlags.NonPublic | BindingFlags.Instance)!;
        foreach (var table in modelBuilder.Model.GetEntityTypes().Where(t => t.ClrType.IsSubclassOf(typeof(Entity))).ToList())
        {
            belongs.MakeGenericMethod(table.ClrType).Invoke(this, [modelBuilder]);
            foreach (var link in table.GetForeignKeys()) link.DeleteBehavior = DeleteBehavior.Restrict;
        }
        CustomFields.CustomSql.Map(modelBuilder, around.Database.Engine);
        // PostgreSQL keeps it parsed, so that looking into it costs nothing but the look.
        if (around.Database.Engine is Engine.Postgres) foreach (var table in modelBuilder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IHasCustomFields))).ToList()) modelBuilder.Entity(table.ClrType).Property(nameof(IHasCustomFields.CustomFields)).HasColumnType("jsonb");
        Conventions.Name(modelBuilder.Model, around.Database.Engine);
    }

    private void BelongsToTenant<T>(ModelBuilder model) where T : Entity
    {
        var row = model.Entity<T>();
        row.HasKey(r => new { r.TenantId, r.Id });
        row.Property(r => r.TenantId).ValueGeneratedNever();
        row.Property(r => r.Id).ValueGeneratedNever();
        if (!typeof(IDerivedRow).IsAssignableFrom(typeof(T))) row.Property(r => r.Version).IsConcurrencyToken();
        row.HasQueryFilter("Tenant", r => r.TenantId == TenantId);
        if (!typeof(IRemovable).IsAssignableFrom(typeof(T))) return;
        row.HasQueryFilter("Removed", r => ((IRemovable)r).RemovedAt == null);
        // The few that were removed, for upkeep and for leaving them out of a look back.
        row.HasIndex(nameof(Entity.TenantId), nameof(IRemovable.RemovedAt)).HasFilter("removed_at IS NOT NULL");
    }
}
