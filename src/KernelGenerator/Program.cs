using System.Reflection;
using FaceFusion.KernelGenerator;
using FaceFusion.KernelGenerator.Entries;

// dotnet run --project src/KernelGenerator -- FOLDER: writes every kernel as PTX and as OpenCL C, and the hash of what they
// were made from.
if (args is not [string folder])
{
    Console.Error.WriteLine("Name the folder that the kernels are written to: src/Kernels/Generated.");
    return 2;
}

Directory.CreateDirectory(folder);
MethodInfo[] entries = [.. new[] { typeof(HostEntries), typeof(ImageEntries) }
    .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
    .OrderBy(method => method.Name, StringComparer.Ordinal)];
HashSet<string> written = [];
foreach (MethodInfo entry in entries)
{
    Write(entry.Name + ".ptx", PtxText.Clean(KernelCompiler.Ptx(entry), entry.Name));
    Write(entry.Name + ".cl", OpenClText.Clean(KernelCompiler.OpenCl(entry)));
}

foreach (string file in Directory.EnumerateFiles(folder).Where(file => !written.Contains(Path.GetFileName(file))).ToArray())
    File.Delete(file);
Write(KernelSources.HashFile, KernelSources.Hash(Path.Combine(Path.GetFullPath(folder), "..", "..", "..")) + "\n");
Console.WriteLine($"{entries.Length} kernels, {written.Sum(name => new FileInfo(Path.Combine(folder, name)).Length)} bytes");
return 0;

void Write(string name, string text)
{
    File.WriteAllText(Path.Combine(folder, name), text);
    written.Add(name);
}
