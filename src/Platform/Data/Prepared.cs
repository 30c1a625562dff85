using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Coxswain.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
namespace Coxswain.Platform.Data;

/// <summary>
/// A statement that is made once and asked many times. Put together anew for each page, one of many parts costs more in walking through what
/// it is made of than in being answered.
/// </summary>
/// <remarks>
/// What differs from one time to the next has to be said in <typeparamref name="TAsked"/>, as its properties: everything else the statement speaks of is taken
/// as it was the first time, for everybody. Debug builds make it anew each time and refuse it where it came out otherwise. Viewers from whom fields
/// are kept get it made for them. How many rows are skipped and taken is part of the statement, as everywhere where no lambda says it.
/// </remarks>
/// <typeparam name="TAsked">What it is asked for.</typeparam>
/// <typeparam name="TRow">What it answers.</typeparam>
/// <param name="make">Makes it, out of the database and what is asked.</param>
/// <param name="isUsual">Whether the viewer of a context gets it as most do; the others get it made for them. Null where all do.</param>
public sealed class Prepared<TAsked, TRow>(Func<AppDb, TAsked, IQueryable<TRow>> make, Func<AppDb, bool>? isUsual = null) where TAsked : class
{
    private readonly ConditionalWeakTable<IModel, Made> _made = [];

    /// <summary>The rows of one question.</summary>
    public async Task<List<TRow>> ToListAsync(AppDb db, TAsked asked, CancellationToken ct)
    {
        if (db.Reaches.Fields.HidesAny || isUsual?.Invoke(db) is false) return await make(db, asked).ToListAsync(ct);
        var made = _made.GetValue(db.Model, _ => new(Put(db, make(db, asked), asked)));
        made.Check(() => Put(db, make(db, asked), asked));
        var rows = new List<TRow>();
        await foreach (var row in made.Ask(db, asked).WithCancellation(ct)) rows.Add(row);
        return rows;
    }

    private static readonly System.Reflection.PropertyInfo[] Properties = typeof(TAsked).GetProperties();

    private static Type Asked(System.Reflection.PropertyInfo property) => property.PropertyType == typeof(SingleKeyCollection) ? typeof(Guid) : property.PropertyType;

    private static Expression Value(Expression asked, System.Reflection.PropertyInfo property) =>
        property.PropertyType == typeof(SingleKeyCollection) ? Expression.Property(Expression.Property(asked, property), nameof(SingleKeyCollection.Id)) : Expression.Property(asked, property);

    private static LambdaExpression Put(AppDb db, IQueryable<TRow> query, TAsked asked)
    {
        ParameterExpression[] parameters = [.. Properties.Select(p => Expression.Parameter(Asked(p), p.Name)), Expression.Parameter(typeof(Guid), "viewer")];
        var body = new Detach(db, asked, parameters).Visit(query.Expression);
        return Expression.Lambda(Expression.GetFuncType([typeof(AppDb), .. parameters.Select(p => p.Type), typeof(IQueryable<TRow>)]), body, [Expression.Parameter(typeof(AppDb), "db"), .. parameters]);
    }

    private sealed class Made(LambdaExpression statement)
    {
        public Func<AppDb, TAsked, IAsyncEnumerable<TRow>> Ask { get; } = Compile(statement);

        // The framework takes each value as a parameter of its own.
        private static Func<AppDb, TAsked, IAsyncEnumerable<TRow>> Compile(LambdaExpression statement)
        {
            var compile = typeof(EF).GetMethods().Single(m => m.Name == nameof(EF.CompileAsyncQuery) && m.GetGenericArguments().Length == Properties.Length + 3
                && m.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments()[^1] is { IsGenericType: true } of && of.GetGenericTypeDefinition() == typeof(IQueryable<>));
            var compiled = compile.MakeGenericMethod([typeof(AppDb), .. Properties.Select(Asked), typeof(Guid), typeof(TRow)]).Invoke(null, [statement])!;
            var (db, asked) = (Expression.Parameter(typeof(AppDb)), Expression.Parameter(typeof(TAsked)));
            return Expression.Lambda<Func<AppDb, TAsked, IAsyncEnumerable<TRow>>>(Expression.Invoke(Expression.Constant(compiled), [db, .. Properties.Select(p => Value(asked, p)), Expression.Property(Expression.Property(db, nameof(AppDb.Viewer)), nameof(Viewer.PersonId))]), db, asked).Compile();
        }

        [System.Diagnostics.Conditional("DEBUG")]
        public void Check(Func<Expression> again)
        {
            if (!ExpressionEqualityComparer.Instance.Equals(statement.Body, ((LambdaExpression)again()).Body)) throw new InvalidOperationException($"A prepared statement for {typeof(TRow).Name} came out otherwise: what differs belongs into {typeof(TAsked).Name}.");
        }
    }

    // Takes the statement out of the context it was made with, and puts what is asked in place of what was asked then.
    private sealed class Detach(AppDb db, TAsked asked, ParameterExpression[] parameters) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (node is { Expression: { } of, Member: System.Reflection.PropertyInfo said } && said.DeclaringType == typeof(TAsked) && Known(of) is { } who && ReferenceEquals(who.Value, asked)) return Of(said);
            // Who looks is asked for without being said.
            if (node is { Expression: { } looks, Member.Name: nameof(Viewer.PersonId) } && Known(looks) is { } looking && ReferenceEquals(looking.Value, db.Viewer)) return parameters[^1];
            if (Known(node) is not { } known) return base.VisitMember(node);
            if (known.Value is IQueryable inner) return Visit(inner.Expression);
            // Handed on to what made a part of it.
            if (known.Value is { } value && !node.Type.IsValueType && Properties.FirstOrDefault(p => ReferenceEquals(p.GetValue(asked), value)) is { } handed) return Of(handed);
            if (known.Value is Guid) throw new InvalidOperationException($"A prepared statement for {typeof(TRow).Name} speaks of one row ({node.Member.Name}): that belongs into {typeof(TAsked).Name}.");
            return Expression.Constant(known.Value, node.Type);
        }

        // Only as what makes a part of a statement has it: a list handed on.
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node is { Method: { Name: nameof(Enumerable.Contains) } method, Arguments: [var list, var key] } && method.DeclaringType == typeof(Enumerable) && Known(list)?.Value is SingleKeyCollection only
            && Properties.FirstOrDefault(p => ReferenceEquals(p.GetValue(asked), only)) is { } alone ? Expression.Equal(Visit(key), Of(alone)) : base.VisitMethodCall(node);

        private ParameterExpression Of(System.Reflection.PropertyInfo property) => parameters[Array.IndexOf(Properties, property)];

        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root ? new EntityQueryRootExpression(root.EntityType) : base.VisitExtension(node);

        // What a lambda captured, unless it is a property of what is asked.
        private StrongBox<object?>? Known(Expression node) => node switch
        {
            ConstantExpression constant => new(constant.Value),
            MemberExpression { Expression: { } of, Member: System.Reflection.FieldInfo field } => Known(of) is { Value: not null } holder && !ReferenceEquals(holder.Value, asked) ? new(field.GetValue(holder.Value)) : null,
            MemberExpression { Expression: { } of, Member: System.Reflection.PropertyInfo property } => Known(of) is { Value: not null } holder && !ReferenceEquals(holder.Value, asked) ? new(property.GetValue(holder.Value)) : null,
            MemberExpression { Expression: null, Member: System.Reflection.FieldInfo field } => new(field.GetValue(null)),
            _ => null,
        };
    }
}
