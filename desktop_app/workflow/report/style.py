"""How the report looks on a screen and on paper."""

STYLE = """
@page { size: A4; margin: 10mm 11mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 9mm 10mm; max-width: 210mm; background: #fff; color: #1c1917;
  font: 8.2pt/1.25 "Noto Sans", "Noto Sans SC", "Segoe UI", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0 0 1mm; font-size: 12.5pt; line-height: 1.15; overflow-wrap: anywhere; }
h2 { margin: 2.2mm 0 0.6mm; font-size: 9pt; break-after: avoid; }
p { margin: 0.4mm 0; overflow-wrap: anywhere; }
.muted { color: #57534e; }
.origin { font-weight: 600; }
.disclaimer { margin: 1.6mm 0 0; padding: 1.2mm 2.4mm; border: 0.3mm solid #c2410c; border-radius: 1mm;
  background: #fff7ed; font-weight: 600; }
.stills { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; margin-top: 2mm; }
.stills td { padding: 0 0.8mm; text-align: center; vertical-align: top; }
.stills img { width: 100%; max-height: 30mm; object-fit: contain; display: block; }
.stills .small { padding-top: 0.3mm; }
svg { display: block; width: 100%; height: auto; break-inside: avoid; }
.laws { width: 100%; border-collapse: collapse; font-size: 7.2pt; }
.laws th { text-align: left; font-weight: 600; color: #57534e; border-bottom: 0.25mm solid #a8a29e; }
.laws th, .laws td { padding: 0.35mm 1.4mm 0.35mm 0; vertical-align: top; overflow-wrap: anywhere; }
.laws tr { break-inside: avoid; }
.laws td { border-bottom: 0.15mm solid #e7e5e4; }
.laws .number { white-space: nowrap; }
.verdict { font-weight: 700; font-size: 9pt; line-height: 1; text-align: center; }
.foot h2 { font-size: 8pt; }
.holds { color: #15803d; } .broken { color: #b91c1c; } .undecided { color: #57534e; }
.foot { columns: 2; column-gap: 6mm; margin-top: 1.6mm; font-size: 7pt; line-height: 1.2; }
.foot ul { margin: 0; padding-left: 3.4mm; } .foot li { overflow-wrap: anywhere; }
.foot h2 { margin-top: 0; break-after: avoid; } .foot section { margin-bottom: 1mm; }
.small { font-size: 7.5pt; }
@media print { body { padding: 0; max-width: none; } }
"""
