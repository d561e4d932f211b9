from illuminate.cli import main

main()
