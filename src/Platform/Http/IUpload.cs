namespace Coxswain.Platform.Http;

/// <summary>An input that brings files: a program sends it as a form in parts, as a browser does, and it goes to disk as it comes.</summary>
public interface IUpload;
