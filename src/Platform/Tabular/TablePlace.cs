namespace Coxswain.Platform.Tabular;

/// <summary>A place between two rows, to go on from later. It stays valid as long as the file's bytes and the options stay the same.</summary>
/// <param name="Row">Data rows before this place.</param>
/// <param name="Line">Line the place is on, counted from 1.</param>
/// <param name="Position">Bytes before this place; in files that are not UTF-8, bytes of their UTF-8 form.</param>
public readonly record struct TablePlace(long Row, long Line, long Position);
