namespace FaceFusion.Host.Messages;

/// <summary>What a plug-in told the user.</summary>
/// <param name="Type">A <c>kOfxMessage…</c>.</param>
/// <param name="Id">The plug-in's name for the message; may be empty.</param>
/// <param name="Text">The formatted text.</param>
/// <param name="IsPersistent">Whether it stands until cleared.</param>
public sealed record HostMessage(string Type, string Id, string Text, bool IsPersistent);
