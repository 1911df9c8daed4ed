namespace FaceFusion.Host;

/// <summary>A suite that a host offers.</summary>
/// <param name="Name">Name, as in <see cref="Ofx.Abi.OfxSuiteNames"/>.</param>
/// <param name="Version">Version, from 1.</param>
public readonly record struct SuiteId(string Name, int Version);
