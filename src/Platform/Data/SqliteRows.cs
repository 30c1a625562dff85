using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
namespace Coxswain.Platform.Data;

/// <summary>
/// One prepared insert of SQLite, stepped row by row without a command and its parameters between: those cost as much again as the insert.
/// Values are stored in the forms the provider stores them in, so that both read alike.
/// </summary>
internal sealed class SqliteRows : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _insert;
    private byte[] _text = new byte[1_024];

    public SqliteRows(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _insert));
    }

    /// <param name="place">Of the parameter, from 1.</param>
    /// <param name="value">As the model's conversion gives it.</param>
    public void Bind(int place, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_insert, place),
        string text => Text(place, text),
        byte[] bytes => raw.sqlite3_bind_blob(_insert, place, bytes),
        int number => raw.sqlite3_bind_int(_insert, place, number),
        long number => raw.sqlite3_bind_int64(_insert, place, number),
        bool yes => raw.sqlite3_bind_int(_insert, place, yes ? 1 : 0),
        double number => raw.sqlite3_bind_double(_insert, place, number),
        DateTime at => Text(place, at, "yyyy'-'MM'-'dd HH':'mm':'ss.FFFFFFF"),
        DateOnly day => Text(place, day, "yyyy'-'MM'-'dd"),
        TimeOnly time => Text(place, time, "HH':'mm':'ss.FFFFFFF"),
        decimal number => Text(place, number, "0.0###########################"),
        _ => throw new NotSupportedException($"No form is known in which SQLite keeps a {value.GetType().Name}."),
    });

    /// <exception cref="SqliteException">The row breaks a rule of the table, or the disk is full.</exception>
    public void Insert()
    {
        var result = raw.sqlite3_step(_insert);
        if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, _connection);
        Check(raw.sqlite3_reset(_insert));
    }

    public void Dispose() => _insert.Dispose();

    private int Text(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most) _text = new byte[most];
        return raw.sqlite3_bind_text(_insert, place, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    private int Text<T>(int place, T value, string format) where T : IUtf8SpanFormattable =>
        value.TryFormat(_text, out var length, format, CultureInfo.InvariantCulture) ? raw.sqlite3_bind_text(_insert, place, _text.AsSpan(0, length)) : raw.SQLITE_TOOBIG;

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
