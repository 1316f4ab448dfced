export default function Page() {
  return <main>Throughline</main>
}
