using System.Linq.Expressions;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
namespace Coxswain.Platform.CustomFields;

/// <summary>A value of a record's own fields inside a statement, as both engines read it from JSON.</summary>
public static class CustomSql
{
    /// <summary>A text; null where the field is empty.</summary>
    public static string? Text(string? json, string key) => throw new NotSupportedException("Only inside a statement.");

    /// <summary>A number; null where the field is empty.</summary>
    public static double? Number(string? json, string key) => throw new NotSupportedException("Only inside a statement.");

    /// <summary>The number that a formula comes to; null where it comes to a text, or to nothing.</summary>
    public static double? Computed(string? json, string key) => throw new NotSupportedException("Only inside a statement.");

    /// <summary>The key of a record as a link keeps it.</summary>
    public static string Key(Guid id) => throw new NotSupportedException("Only inside a statement.");

    internal static void Map(ModelBuilder model, Engine engine)
    {
        var sqlite = engine is Engine.Sqlite;
        model.HasDbFunction(typeof(CustomSql).GetMethod(nameof(Text))!).HasTranslation(args => Extract(args, sqlite, typeof(string)));
        model.HasDbFunction(typeof(CustomSql).GetMethod(nameof(Number))!).HasTranslation(args => sqlite ? Extract(args, sqlite, typeof(double)) : CountedOnPostgres(args));
        model.HasDbFunction(typeof(CustomSql).GetMethod(nameof(Computed))!).HasTranslation(args => sqlite ? CountedOnSqlite(args) : CountedOnPostgres(args));
        model.HasDbFunction(typeof(CustomSql).GetMethod(nameof(Key))!).HasTranslation(args => sqlite ? KeyOnSqlite(args[0]) : new SqlUnaryExpression(System.Linq.Expressions.ExpressionType.Convert, args[0], typeof(string), null));
    }

    /// <summary>What a list filters and sorts a field by.</summary>
    internal static Expression Of(CustomField field, Expression json) =>
        Expression.Call(typeof(CustomSql), field.Type is CustomFieldType.Formula ? nameof(Computed) : field.IsNumeric ? nameof(Number) : nameof(Text), null, json, Expression.Constant(CustomValues.SortKey(field)));

    /// <summary>Whether a field leads to a record.</summary>
    /// <param name="field">A link.</param>
    /// <param name="id">What it leads to.</param>
    public static Expression<Func<TEntity, bool>> LeadsTo<TEntity>(CustomField field, Guid id) where TEntity : Entity, IHasCustomFields
    {
        var row = Expression.Parameter(typeof(TEntity));
        var value = Expression.Call(typeof(CustomSql), nameof(Text), null, Expression.Property(row, nameof(IHasCustomFields.CustomFields)), Expression.Constant(CustomValues.SortKey(field)));
        return Expression.Lambda<Func<TEntity, bool>>(Expression.Equal(value, Expression.Constant(id.ToString())), row);
    }

    /// <summary>What rows say in a field that counts; those that say nothing, or a text, are left out.</summary>
    public static IQueryable<FieldFigure> Figures<TEntity>(IQueryable<TEntity> rows, CustomField field) where TEntity : Entity, IHasCustomFields
    {
        var row = Expression.Parameter(typeof(TEntity));
        var json = Expression.Property(row, nameof(IHasCustomFields.CustomFields));
        var currency = Expression.Call(typeof(CustomSql), nameof(Text), null, json, Expression.Constant(CustomValues.CurrencyKey(field)));
        var figure = Expression.MemberInit(Expression.New(typeof(FieldFigure)), Bind(nameof(FieldFigure.Id), Expression.Property(row, nameof(Entity.Id))), Bind(nameof(FieldFigure.Figure), Of(field, json)), Bind(nameof(FieldFigure.Currency), currency));
        return rows.Select(Expression.Lambda<Func<TEntity, FieldFigure>>(figure, row)).Where(f => f.Figure != null);

        static MemberAssignment Bind(string name, Expression to) => Expression.Bind(typeof(FieldFigure).GetProperty(name)!, to);
    }

    /// <summary>What rows answer in a choice or a link, several answers as a JSON array; those that answer nothing are left out.</summary>
    public static IQueryable<FieldAnswer> Answers<TEntity>(IQueryable<TEntity> rows, CustomField field) where TEntity : Entity, IHasCustomFields
    {
        var row = Expression.Parameter(typeof(TEntity));
        var text = Expression.Call(typeof(CustomSql), nameof(Text), null, Expression.Property(row, nameof(IHasCustomFields.CustomFields)), Expression.Constant(field.Key));
        var answer = Expression.MemberInit(Expression.New(typeof(FieldAnswer)), Expression.Bind(typeof(FieldAnswer).GetProperty(nameof(FieldAnswer.Id))!, Expression.Property(row, nameof(Entity.Id))), Expression.Bind(typeof(FieldAnswer).GetProperty(nameof(FieldAnswer.Answer))!, text));
        return rows.Select(Expression.Lambda<Func<TEntity, FieldAnswer>>(answer, row)).Where(a => a.Answer != null);
    }

    /// <summary>The same expression as an index is made on.</summary>
    internal static string IndexOn(CustomField field, Engine engine)
    {
        var (key, sqlite) = (CustomValues.SortKey(field), engine is Engine.Sqlite);
        if (!sqlite) return field.IsNumeric ? $"CAST(jsonb_path_query_first(\"custom_fields\", '{NumberPath(key)}') AS double precision)" : $"jsonb_extract_path_text(\"custom_fields\", '{key}')";
        var value = $"json_extract(\"custom_fields\", '{Path(key)}')";
        return field.Type is CustomFieldType.Formula ? $"CASE json_type(\"custom_fields\", '{Path(key)}') WHEN 'integer' THEN {value} WHEN 'real' THEN {value} END" : value;
    }

    // Of a row that has other fields it is null too: nothing here is known to be null by its arguments alone.
    private static SqlExpression Extract(IReadOnlyList<SqlExpression> args, bool sqlite, Type type)
    {
        return sqlite
            ? new SqlFunctionExpression("json_extract", [args[0], Constant(args, Path(KeyOf(args)))], nullable: true, [false, false], type, null)
            : new SqlFunctionExpression("jsonb_extract_path_text", [args[0], args[1]], nullable: true, [false, false], typeof(string), null);
    }

    // What is a text is no number here: another organisation, or another object of one's own, may keep a text under the same key of the same table.
    private static SqlUnaryExpression CountedOnPostgres(IReadOnlyList<SqlExpression> args) => new(System.Linq.Expressions.ExpressionType.Convert,
        new SqlFunctionExpression("jsonb_path_query_first", [args[0], Constant(args, NumberPath(KeyOf(args)))], nullable: true, [false, false], typeof(string), null), typeof(double), null);

    // A number and a text may stand in one field: an engine that reads both as numbers stops at the text, or sorts it among them.
    private static CaseExpression CountedOnSqlite(IReadOnlyList<SqlExpression> args)
    {
        var kind = new SqlFunctionExpression("json_type", [args[0], Constant(args, Path(KeyOf(args)))], nullable: true, [false, false], typeof(string), args[1].TypeMapping);
        return new CaseExpression(kind, [new CaseWhenClause(Constant(args, "integer"), Extract(args, true, typeof(double))), new CaseWhenClause(Constant(args, "real"), Extract(args, true, typeof(double)))]);
    }

    // Keys are kept as bytes there.
    private static SqlFunctionExpression KeyOnSqlite(SqlExpression id)
    {
        var hex = Call("lower", Call("hex", id));
        return Call("printf", [new SqlFragmentExpression("'%s-%s-%s-%s-%s'"), .. ((string[])["1, 8", "9, 4", "13, 4", "17, 4", "21, 12"]).Select(part => Call("substr", hex, new SqlFragmentExpression(part)))]);

        static SqlFunctionExpression Call(string name, params SqlExpression[] with) => new(name, with, nullable: false, with.Select(_ => false), typeof(string), StringTypeMapping.Default);
    }

    private static SqlConstantExpression Constant(IReadOnlyList<SqlExpression> args, string text) => new(text, typeof(string), args[1].TypeMapping);

    private static string KeyOf(IReadOnlyList<SqlExpression> args) => (string)((SqlConstantExpression)args[1]).Value!;

    private static string NumberPath(string key) => $"$.\"{key}\" ? (@.type() == \"number\")";

    private static string Path(string key) => $"$.\"{key}\"";
}

/// <summary>What a row says in a field that counts.</summary>
public sealed record FieldFigure
{
    public Guid Id { get; init; }
    public double? Figure { get; init; }

    /// <summary>Of an amount.</summary>
    public string? Currency { get; init; }
}

/// <summary>What a row answers in a field.</summary>
public sealed record FieldAnswer
{
    public Guid Id { get; init; }
    public string? Answer { get; init; }
}
