using FaceFusion.Host.Pictures;

namespace FaceFusion.Host.Validation;

/// <summary>What is validated, and with what.</summary>
/// <param name="Path">The bundle or binary.</param>
/// <param name="Profile">The host to play.</param>
/// <param name="Plate">The picture for the inputs.</param>
/// <param name="Prepare">Sets parameters of an instance before it is created.</param>
public sealed record ValidationSubject(string Path, HostProfile Profile, Picture Plate, Action<HostedInstance> Prepare);
