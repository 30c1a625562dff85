namespace Coxswain.Platform.Tabular;

/// <summary>How a file is written, as detected or as told.</summary>
/// <param name="Encoding">Name by IANA, such as "utf-8" or "windows-1252".</param>
/// <param name="HeaderLine">Line of the header row, counted from 1; null when there is none.</param>
public sealed record TableShape(string Encoding, bool ByteOrderMark, char Separator, char Quote, LineEnding LineEnding, long? HeaderLine);

public enum LineEnding { None, Lf, CrLf, Cr }
